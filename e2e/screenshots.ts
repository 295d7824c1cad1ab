import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "@playwright/test";
import { browserEnvironment, type JourneyBrowser } from "./browser";
import { accountsOf, makeRegistry, startCopy, temporaryFolder } from "./installation";
import { signIn } from "./steps";

const folder = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));

const shoot = async (page: Page, name: string, height: number) => {
  await page.setViewportSize({ width: 1440, height });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${folder}${name}.png` });
};

/** Makes the README's screenshots from a fresh demonstration registry. */
async function screenshots(): Promise<void> {
  // Written by `findBrowser` in the bootstrap.
  const { executablePath, env } = JSON.parse(process.env.JOURNEY_BROWSER ?? "null") as JourneyBrowser;
  mkdirSync(folder, { recursive: true });
  const demonstration = temporaryFolder();
  await makeRegistry(demonstration, "demonstration");
  const installation = await startCopy(demonstration);
  const browser = await chromium.launch({ executablePath, env: browserEnvironment(env) });
  const page = await browser.newPage({ baseURL: installation.address, locale: "en-GB" });
  const account = accountsOf(installation.folder).find(({ role }) => role === "clinician");
  if (!account) throw new Error("the demonstration has no clinician");
  await signIn(page, account);

  await page.goto("/studies/intrinsic-resistance", { waitUntil: "networkidle" });
  await shoot(page, "outcomes", 1400);
  await page.getByRole("link", { name: "BER-0004", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "BER-0004" }).waitFor();
  await shoot(page, "patient", 1000);

  await page.getByRole("link", { name: "8 Oct 2009", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).waitFor();
  await shoot(page, "assessment-form", 1000);

  await browser.close();
  await installation.stop();
  console.log(`The screenshots are in docs/screenshots.`);
}

await screenshots();
