import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { formIds } from "../lib/crf/forms";
import { complaints, signIn } from "./steps";
import { expect, test } from "./test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function expectAccessible(page: Page, path: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path, { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
    expect(told, `${path} at ${width}`).toEqual([]);
    const overflows = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(overflows, `${path} scrolls sideways at ${width}`).toBe(false);
  }
}

async function patientPaths(page: Page): Promise<string[]> {
  await page.goto("/patients?search=SYN-010");
  await page.setViewportSize({ width: 1440, height: 900 });
  const patient = (await page.locator("tbody a[href^='/patients/']").first().getAttribute("href")) ?? "";
  await page.goto(patient);
  const entries = await page
    .locator(`main a[href^='${patient}/']`)
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const first = formIds.flatMap((form) => {
    const entry = entries.find((href) => href.startsWith(`${patient}/${form}/`) && !href.includes("/new"));
    return entry ? [entry] : [];
  });
  expect(first).toHaveLength(formIds.length);
  return [patient, ...first];
}

const study = "/studies/intrinsic-resistance";
const common = ["/", "/codebook", "/account"];
const reading = [
  "/patients",
  "/patients?search=nobody",
  "/studies",
  study,
  `${study}/patients?figure=cohort`,
];
const writing = ["/patients/new"];

const pagesOf: Readonly<Record<string, readonly string[]>> = {
  clinician: [...common, ...reading, ...writing],
  coordinator: [...common, ...reading, ...writing, "/exchange", "/audit"],
  reviewer: [...common, ...reading, "/admin"],
  administrator: [...common, "/admin", "/admin/users/new", "/admin/sites/new", "/audit", "/patients"],
};

for (const [role, paths] of Object.entries(pagesOf))
  test(`every page is accessible, for the ${role}`, async ({ page, account }) => {
    test.setTimeout(400_000);
    await page.goto("/sign-in");
    await expectAccessible(page, "/sign-in");
    await page.setViewportSize({ width: 1440, height: 900 });
    await signIn(page, account(role));
    const found = complaints(page);
    const patient = role === "administrator" ? [] : await patientPaths(page);
    const forms = role === "clinician" ? formIds.slice(2).map((form) => `${patient[0]}/${form}/new`) : [];
    for (const path of [...paths, ...patient, ...forms]) await expectAccessible(page, path);
    expect(found.filter((text) => !/status of 403/.test(text))).toEqual([]);
  });

test("the outcomes page is accessible in the dark", async ({ browser, account, installation }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: installation.address, colorScheme: "dark" });
  const page = await context.newPage();
  await signIn(page, account("reviewer"));
  for (const path of [study, "/patients"]) await expectAccessible(page, path);
  await context.close();
});
