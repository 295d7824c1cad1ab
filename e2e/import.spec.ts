import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createAccount } from "./installation";
import { complaints, figureRow, signIn } from "./steps";
import { expect, test } from "./test";

test.use({ registry: "own" });
test.setTimeout(120_000);

const folder = fileURLToPath(new URL("../lib/demonstration/busch-2011/", import.meta.url));

/** The demonstration's files for other patients: every id gets another prefix. */
const files = (change: (name: string, text: string) => string = (_, text) => text) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(change(name, readFileSync(`${folder}${name}`, "utf8").replaceAll("SYN-", "TWO-"))),
    }));

test("a bad cell imports nothing and is named; the corrected files import all", async ({ page, account }) => {
  const found = complaints(page);
  await signIn(page, account("coordinator"));
  await page.goto("/exchange");
  const bad = files((name, text) =>
    name === "therapy_lines.csv" ? text.replace("2009-05-06", "2009-02-30") : text,
  );
  await page.locator("input[type=file]").setInputFiles(bad);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText(/Nothing was imported/)).toBeVisible();
  const problem = page.getByRole("row").filter({ hasText: "2009-02-30" });
  await expect(problem).toContainText("therapy_lines.csv");
  await expect(problem).toContainText("start_date");
  await expect(page.getByRole("button", { name: /^Import/ })).toHaveCount(0);
  await page.goto("/patients?search=TWO-");
  await expect(page.getByText("TWO-001")).toHaveCount(0);

  await page.goto("/exchange");
  await page.locator("input[type=file]").setInputFiles(files());
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByRole("button", { name: "Import 60 patients" }).click();
  await expect(page.getByText("Confirm that these records are to be imported.")).toBeVisible();
  await page.getByRole("checkbox", { name: /Import these records/ }).check();
  await page.getByRole("button", { name: "Import 60 patients" }).click();
  await expect(page.getByText(/Imported 60 patients/)).toBeVisible({ timeout: 60_000 });
  await page.goto("/patients?search=TWO-035");
  await expect(page.getByText("TWO-035")).toBeVisible();
  await page.goto("/studies/intrinsic-resistance");
  const cohort = figureRow(page, "Patients with primary resistance to the first rTKI");
  await expect(cohort.getByRole("cell").last()).toHaveText("70");

  await page.goto("/exchange");
  await page.locator("input[type=file]").setInputFiles(files());
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText(/Nothing was imported/)).toBeVisible();
  expect(found).toEqual([]);
});

test("a clinician has no import", async ({ page, installation }) => {
  const clinician = await createAccount(installation, { username: "cara", role: "clinician", sites: "BER" });
  await signIn(page, clinician);
  await expect(page.getByRole("link", { name: "Import" })).toHaveCount(0);
  expect((await page.goto("/exchange"))?.status()).toBe(403);
});
