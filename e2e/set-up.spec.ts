import { complaints, enrol, signIn } from "./steps";
import { expect, test } from "./test";

test.use({ registry: "empty" });

const password = "a long enough passphrase";

test("the first visit sets up a real registry, once", async ({ page }) => {
  test.setTimeout(120_000);
  const found = complaints(page);
  await page.goto("/");
  await expect(page).toHaveURL(/\/set-up$/);
  await page.getByLabel("Real registry").check();
  await page.getByLabel("User name").fill("ada");
  await page.getByLabel("Name", { exact: true }).fill("Ada Example");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByLabel("Password again").fill("other");
  await page.getByLabel("Site code").fill("BER");
  await page.getByLabel("Site name").fill("Berlin");
  await page.getByRole("button", { name: "Set up the registry" }).click();
  await expect(page.getByText("Use at least 12 characters.").first()).toBeVisible();
  await expect(page.getByLabel("User name")).toHaveValue("ada");

  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password again").fill(password);
  await page.getByRole("button", { name: "Set up the registry" }).click();
  await expect(page.getByRole("button", { name: /Sign (in|out)/ })).toBeVisible();
  await expect(page.getByText("Demonstration registry")).toHaveCount(0);
  await page.context().clearCookies();
  await page.goto("/set-up");
  await expect(page).toHaveURL(/\/sign-in/);
  expect(found).toEqual([]);

  await signIn(page, { username: "ada", password });
  await page.goto("/admin");
  await page.getByRole("link", { name: "Add user" }).click();
  await expect(page.getByRole("heading", { name: "Add user" })).toBeVisible();
  await page.getByLabel("User name").fill("cora");
  await page.getByLabel("Name", { exact: true }).fill("Cora Clinician");
  await page.getByLabel("Role").selectOption("clinician");
  await page.getByLabel(/BER/).check();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("Password again").fill(password);
  await page.getByRole("button", { name: "Create user" }).click();
  await expect(page.getByRole("cell", { name: "Cora Clinician" })).toBeVisible();

  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: new URL(page.url()).origin });
  if (!context) throw new Error("no browser");
  const clinician = await context.newPage();
  await signIn(clinician, { username: "cora", password });
  await expect(clinician.getByText(/Enrol a patient/).first()).toBeVisible();
  await clinician.goto("/studies/intrinsic-resistance");
  await expect(clinician.getByText(/No patient/i).first()).toBeVisible();
  expect(await enrol(clinician, "BER")).toBe("BER-0001");

  await page.goto("/admin");
  await page.getByRole("link", { name: "cora" }).click();
  await page.getByRole("button", { name: "Disable user" }).click();
  await expect(page.getByText(/disabled/i).first()).toBeVisible();
  await clinician.goto("/patients");
  await expect(clinician).toHaveURL(/\/sign-in/);
  await context.close();
});
