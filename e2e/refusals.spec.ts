import type { Page } from "@playwright/test";
import { createAccount } from "./installation";
import { addLine, choose, complete, enrol, fillDate, pick, saveWithReason, signIn } from "./steps";
import { expect, test } from "./test";

test.use({ registry: "own" });
test.setTimeout(120_000);

const tryToComplete = (page: Page) => page.getByRole("button", { name: "Complete", exact: true }).click();

const summary = (page: Page) => page.getByRole("region", { name: /to look at/ });

async function firstPatient(page: Page): Promise<string> {
  await page.goto("/patients?search=SYN-001");
  await page.getByRole("link", { name: "BER-0001", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "BER-0001" })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("another site's patient is not found, by page, by form or by search", async ({
  page,
  account,
  installation,
  browser,
}) => {
  await signIn(page, account("coordinator"));
  const path = await firstPatient(page);
  await page.getByRole("link", { name: "Diagnosis" }).first().click();
  const form = new URL(page.url()).pathname;
  const munich = await createAccount(installation, { username: "munich", role: "clinician", sites: "MUC" });
  const other = await browser.newPage({ baseURL: installation.address });
  await signIn(other, munich);
  for (const address of [path, form, `${path}/therapy/new`]) {
    const answer = await other.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(other.getByText(/no such patient/i)).toBeVisible();
  }
  await other.goto("/patients?search=SYN-001");
  await expect(other.getByText("BER-0001")).toHaveCount(0);
  await other.goto("/studies/intrinsic-resistance/patients?figure=cohort");
  await expect(other.getByText("BER-")).toHaveCount(0);
  await other.close();
});

test("a reviewer reads, and cannot write", async ({ page, account }) => {
  await signIn(page, account("reviewer"));
  const path = await firstPatient(page);
  await expect(page.getByRole("link", { name: "Add therapy line" })).toHaveCount(0);
  await page.getByRole("link", { name: "Diagnosis" }).first().click();
  await expect(page.getByRole("heading", { name: /Diagnosis/ }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /Save|Complete/ })).toHaveCount(0);
  await page.goto(`${path}/therapy/new`);
  await expect(page.getByText(/not allowed|may not/i).first()).toBeVisible();
  for (const address of ["/patients/new", "/exchange", "/audit", "/admin"]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(403);
  }
});

test("a stale save is refused, and nothing typed is lost", async ({
  page,
  account,
  browser,
  installation,
}) => {
  await signIn(page, account("clinician"));
  const path = await firstPatient(page);
  await page.getByRole("link", { name: "Diagnosis" }).first().click();
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeEnabled();
  const address = page.url();

  const other = await browser.newPage({ baseURL: installation.address });
  await signIn(other, account("coordinator"));
  await other.goto(address);
  await pick(other, "Histology", "Papillary");
  await saveWithReason(other, "pathology report");
  await other.close();

  await choose(page, "Nuclear grade", "1");
  await page.getByRole("textbox", { name: "Reason for the change" }).fill("second reading");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: /saved this form first/ })).toBeVisible();
  await expect(page.getByRole("radiogroup", { name: "Nuclear grade" }).getByLabel("1")).toBeChecked();
  await page.getByRole("button", { name: "Go on with the answers chosen" }).click();
  await saveWithReason(page, "second reading");
  await page.goto(path);
  await expect(page.getByText("Papillary")).toBeVisible();
  await page.getByRole("link", { name: "Diagnosis" }).first().click();
  await expect(page.getByRole("radiogroup", { name: "Nuclear grade" }).getByLabel("1")).toBeChecked();
});

test("five wrong passwords lock the account", async ({ page, account }) => {
  const { username, password } = account("clinician");
  await page.goto("/sign-in");
  const attempt = async (typed: string) => {
    await page.getByLabel("User name").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(typed);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  for (let count = 0; count < 5; count += 1) {
    await attempt(`wrong password ${count}`);
    await expect(page.getByText(/wrong, or the account is locked/)).toBeVisible();
  }
  await attempt(password);
  await expect(page.getByText(/locked for 15 minutes/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign out" })).toHaveCount(0);
});

test("what cannot be is refused at its field, and kept as typed", async ({ page, account }) => {
  await signIn(page, account("clinician"));
  await enrol(page, "BER");
  const patient = page.url();
  await page.getByRole("link", { name: "Add therapy line" }).click();
  await choose(page, "Setting", "Metastatic disease");
  await pick(page, "Drugs", "sunitinib");
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Starting dose and schedule" }).fill("50 mg");
  await fillDate(page, "First dose", "14 mar 2009");
  await choose(page, "Course", "Stopped");
  await fillDate(page, "Last dose", "13 mar 2009");
  await pick(page, "Reason for stopping", "Toxicity");
  await tryToComplete(page);
  await expect(summary(page)).toContainText("The last dose is before the first dose.");
  await summary(page).getByRole("link").first().click();
  await expect(page.getByRole("group", { name: "Last dose" }).locator("input:focus")).toHaveCount(1);

  await fillDate(page, "Last dose", "14 mar 2150");
  await tryToComplete(page);
  await expect(summary(page)).toContainText("The last dose lies in the future.");
  await fillDate(page, "Last dose", "1 may 2009");

  const note = page.getByRole("textbox", { name: /^Note/ });
  await note.fill("x".repeat(10_000));
  await tryToComplete(page);
  await expect(summary(page)).toContainText("At most 2,000 characters.");
  await expect(note).toHaveValue(/x{2000}/);
  await note.fill("<script>document.title = 'taken'</script>");
  await complete(page);
  await expect(page).toHaveURL(/therapy\/[0-9a-f-]{36}$/);
  await page.reload();
  await expect(note).toHaveValue("<script>document.title = 'taken'</script>");
  await expect(page).not.toHaveTitle("taken");

  await page.goto(patient);
  await page.getByRole("link", { name: "Record death" }).click();
  await fillDate(page, "Date of death", "30 apr 2009");
  await choose(page, "Cause of death", "Unknown");
  await tryToComplete(page);
  await expect(summary(page)).toContainText("The death is dated before the last dose of a therapy line.");

  await page.goto(`${patient}/risk/new`);
  await page.getByRole("textbox", { name: "Haemoglobin", exact: true }).fill("twelve");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(summary(page)).toContainText("This is not a number.");
  await expect(page.getByRole("textbox", { name: "Haemoglobin", exact: true })).toHaveValue("twelve");
});

test("unsaved changes are not left behind without asking", async ({ page, account }) => {
  await signIn(page, account("clinician"));
  await enrol(page, "BER");
  await page.getByRole("link", { name: "Add therapy line" }).click();
  await page.getByRole("textbox", { name: "Starting dose and schedule" }).fill("50 mg");
  page.once("dialog", (dialog) => void dialog.dismiss());
  await page.getByRole("link", { name: /^Back to/ }).click();
  await expect(page.getByRole("textbox", { name: "Starting dose and schedule" })).toHaveValue("50 mg");
});

test("an entry is removed with a reason, and its history kept", async ({ page, account }) => {
  await signIn(page, account("clinician"));
  await enrol(page, "BER");
  const patient = page.url();
  await addLine(page, { drug: "sunitinib", start: "2009-01-01" });
  await page.getByRole("button", { name: "Remove entry" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Remove/ }).click();
  await expect(dialog.getByText("Give a reason for removing the entry.")).toBeVisible();
  await dialog.getByRole("textbox").fill("entered for another patient");
  await dialog.getByRole("button", { name: /^Remove/ }).click();
  await expect(page).toHaveURL(patient);
  await expect(page.getByRole("link", { name: /^1\. sunitinib/ })).toHaveCount(0);
  await expect(page.getByText(/No systemic line is recorded/).first()).toBeVisible();
});
