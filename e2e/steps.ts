import { expect, type Locator, type Page } from "@playwright/test";
import type { Account } from "./installation";

/** Signs in on the sign-in page and waits for the page behind it. */
export async function signIn(page: Page, account: Pick<Account, "username" | "password">): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("User name").fill(account.username);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

/** Signs out and waits for the sign-in page. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
}

/** Everything the browser's console complains about while a page is open. */
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) found.push(message.text());
  });
  page.on("pageerror", (error) => found.push(error.message));
  return found;
}

/** Types a date into the first box of a date field. */
export async function fillDate(scope: Page | Locator, label: string, date: string): Promise<void> {
  const day = scope.getByRole("group", { name: label, exact: true }).getByLabel("Day");
  await day.click();
  await day.fill(date);
  await day.press("Tab");
}

/** Chooses an option of a radio group. */
export async function choose(scope: Page | Locator, group: string, option: string): Promise<void> {
  await scope
    .getByRole("radiogroup", { name: group, exact: true })
    .getByRole("radio", { name: option, exact: true })
    .check();
}

/** Picks an option of a searchable list by typing its first letters; in one run of some two dozen the list had closed before the click, so it asks again. */
export async function pick(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label, exact: true });
  await expect(async () => {
    await box.click();
    await box.fill(option);
    await page.getByRole("option", { name: option, exact: true }).first().click({ timeout: 3000 });
  }).toPass();
}

/** Chooses the therapy line whose label holds a text. */
export async function pickLine(page: Page, text: string): Promise<void> {
  const box = page.getByRole("combobox", { name: "Therapy line", exact: true });
  const value = await box.locator("option").filter({ hasText: text }).getAttribute("value");
  await box.selectOption(value);
}

/** Completes the open form and waits until it says so. */
export async function complete(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Complete", exact: true }).click();
  await expect(page.getByRole("region", { name: "Save" })).toContainText(/Complete.*version/);
}

/** Saves the open complete entry with a reason for the change. */
export async function saveWithReason(page: Page, reason: string): Promise<void> {
  await page.getByRole("textbox", { name: "Reason for the change" }).fill(reason);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Reason for the change" })).toBeHidden();
}

export type LineInput = {
  readonly drug: string;
  readonly start: string;
  readonly stop?: string;
};

/** Fills in and completes a therapy line for metastatic disease from the patient page; without a stop it is ongoing. */
export async function addLine(page: Page, { drug, start, stop }: LineInput): Promise<void> {
  await page.getByRole("link", { name: "Add therapy line" }).click();
  await choose(page, "Setting", "Metastatic disease");
  await pick(page, "Drugs", drug);
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Starting dose and schedule" }).fill("standard dose");
  await fillDate(page, "First dose", start);
  await choose(page, "Course", stop ? "Stopped" : "Ongoing");
  if (stop) {
    await fillDate(page, "Last dose", stop);
    await pick(page, "Reason for stopping", "Progression");
  }
  await complete(page);
}

/** Leads back from a form to its patient. */
export async function backToPatient(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Back to/ }).click();
  await expect(page.getByRole("heading", { name: "Therapy lines" })).toBeVisible();
}

/** Enrols a patient at a site and opens the patient's page; gives the pseudonym. */
export async function enrol(page: Page, site: string): Promise<string> {
  await page.goto("/patients/new");
  await page.getByRole("combobox", { name: "Site", exact: true }).selectOption(site);
  await choose(page, "Sex", "Female");
  await page.getByRole("textbox", { name: "Year of birth" }).fill("1950");
  await fillDate(page, "Date of consent", "3 jan 2009");
  await choose(page, "Scope of consent", "This registry");
  await choose(page, "Origin of the data", "Synthetic: no real patient");
  await page.getByRole("button", { name: "Complete", exact: true }).click();
  await expect(page).toHaveURL(/\/patients\/[0-9a-f-]{36}$/);
  return (await page.getByRole("heading", { level: 1 }).textContent())?.trim() ?? "";
}

/** The value and the patients' link of a figure in the table of published and recomputed figures. */
export function figureRow(page: Page, label: string): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: label, exact: true }) });
}
