import type { Page } from "@playwright/test";
import {
  addLine,
  backToPatient,
  choose,
  complaints,
  complete,
  enrol,
  figureRow,
  fillDate,
  pick,
  pickLine,
  saveWithReason,
  signIn,
  signOut,
} from "./steps";
import { expect, test } from "./test";

test.use({ registry: "own" });

const outcomes = "/studies/intrinsic-resistance";

const figures = {
  cohort: "Patients with primary resistance to the first rTKI",
  sunitinib: "First rTKI: sunitinib",
  newLesion: "Progression by a new metastatic lesion",
  subsequent: "Treated further",
  mtor: "Subsequent therapy: mTOR inhibitor",
};

async function expectCounts(page: Page, counts: Readonly<Record<keyof typeof figures, number>>) {
  await page.goto(outcomes);
  for (const [key, label] of Object.entries(figures)) {
    const row = figureRow(page, label);
    await expect(row.getByRole("cell").last()).toHaveText(String(counts[key as keyof typeof figures]));
  }
}

async function stage(page: Page, line: string, { date, response }: { date: string; response: string }) {
  await page.getByRole("link", { name: "Record assessment" }).first().click();
  await pickLine(page, line);
  await fillDate(page, "Date", date);
  await choose(page, "Visit", "Follow-up");
  await pick(page, "Method", "CT");
  await choose(page, "Non-target lesions", "None");
  await choose(page, "New lesion", "Yes");
  await pick(page, "Site of the new lesion", "Bone");
  await pick(page, "Investigator's response", response);
  await complete(page);
}

test("a clinician enters a case, and the study recomputes itself", async ({ page, account }) => {
  test.setTimeout(180_000);
  const found = complaints(page);
  await signIn(page, account("clinician"));
  await expectCounts(page, { cohort: 35, sunitinib: 28, newLesion: 22, subsequent: 25, mtor: 10 });

  const pseudonym = await enrol(page, "BER");
  expect(pseudonym).toMatch(/^BER-\d{4}$/);
  const patient = page.url();
  await addLine(page, { drug: "sunitinib", start: "2 feb 2009", stop: "26 apr 2009" });
  await backToPatient(page);
  await stage(page, "sunitinib", { date: "23 apr 2009", response: "Progressive disease (PD)" });
  await backToPatient(page);
  await expect(page.getByText("80", { exact: true }).first()).toBeVisible();
  await addLine(page, { drug: "everolimus", start: "4 may 2009" });
  await backToPatient(page);
  await page.getByRole("link", { name: "Record follow-up" }).click();
  await choose(page, "Vital status", "Alive");
  await fillDate(page, "Date of last contact", "2009-12-01");
  await complete(page);

  await expectCounts(page, { cohort: 36, sunitinib: 29, newLesion: 23, subsequent: 26, mtor: 11 });
  for (const label of Object.values(figures)) {
    await page.goto(outcomes);
    await figureRow(page, label).getByRole("link").last().click();
    await expect(page.getByRole("link", { name: pseudonym, exact: true })).toBeVisible();
  }

  await page.goto(patient);
  await expect(page.getByText(/In, because/)).toBeVisible();
  await page.getByRole("link", { name: "23 Apr 2009", exact: true }).click();
  await pick(page, "Investigator's response", "Stable disease (SD)");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/reason/i).first()).toBeVisible();
  await saveWithReason(page, "central review of the scan");

  await expectCounts(page, { cohort: 35, sunitinib: 28, newLesion: 22, subsequent: 25, mtor: 10 });
  await page.goto(patient);
  await expect(
    page.getByText("SD at the first evaluable assessment, not progression.").first(),
  ).toBeVisible();

  await signOut(page);
  await signIn(page, account("coordinator"));
  await page.goto("/audit");
  const events = page.getByRole("row").filter({ hasText: "central review of the scan" });
  await expect(events).toHaveCount(1);
  await expect(events).toContainText("Progressive disease (PD)");
  await expect(events).toContainText("Stable disease (SD)");
  await expect(page.getByRole("row").filter({ hasText: pseudonym }).nth(1)).toBeVisible();
  expect(found).toEqual([]);
});

test("the outcomes page prints published beside recomputed, all in agreement", async ({ page, account }) => {
  await signIn(page, account("reviewer"));
  await page.goto(outcomes);
  await expect(figureRow(page, figures.cohort)).toContainText("agrees");
  await expect(page.getByRole("cell", { name: "agrees" })).toHaveCount(20);
  await expect(page.getByRole("cell", { name: "differs" })).toHaveCount(0);
  await expect(page.getByText(/add up to 29 of 35/)).toBeVisible();
  await expect(page.getByRole("img", { name: /overall survival/i })).toBeVisible();
});

test("every figure opens exactly as many patients as it counts", async ({ page, account }) => {
  test.setTimeout(180_000);
  await signIn(page, account("reviewer"));
  await page.goto(outcomes);
  const links = await page.locator("a[href*='/patients?figure=']").evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute("href") ?? "",
      count: Number.parseInt(link.textContent ?? "", 10),
    })),
  );
  expect(links.length).toBeGreaterThan(30);
  for (const { href, count } of links) {
    await page.goto(href);
    await expect(page.locator("table tbody tr"), href).toHaveCount(count);
  }
});
