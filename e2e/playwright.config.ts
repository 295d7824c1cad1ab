import { defineConfig } from "@playwright/test";
import { browserEnvironment, findBrowser, type JourneyBrowser } from "./browser";

/** The browser `npm test` found; looked for here where Playwright was started by hand, once for all its workers. */
async function journeyBrowser(): Promise<JourneyBrowser> {
  const given = process.env.JOURNEY_BROWSER;
  // Written by `findBrowser` itself, in another process.
  if (given) return JSON.parse(given) as JourneyBrowser;
  const found = await findBrowser();
  if (!found.ok) throw new Error(found.message);
  process.env.JOURNEY_BROWSER = JSON.stringify(found);
  return found;
}

const { executablePath, env } = await journeyBrowser();
const report = process.env.JOURNEY_REPORT;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  globalSetup: "./global-setup.ts",
  workers: Number(process.env.JOURNEY_WORKERS ?? 2),
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : "list",
  use: {
    baseURL: process.env.JOURNEY_ADDRESS,
    launchOptions: { executablePath, env: browserEnvironment(env) },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
