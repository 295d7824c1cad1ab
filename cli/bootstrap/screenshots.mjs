import { build } from "./build.mjs";
import { start } from "./child.mjs";
import { install } from "./install.mjs";
import { findBrowser } from "./journey-browser.mjs";
import { main, Obstacle, step } from "./progress.mjs";
import { typescript } from "./registry-command.mjs";
import { baseEnvironment } from "./runtime.mjs";

await main(async () => {
  const of = 3;
  await step({ number: 1, of, title: "Dependencies" }, install);
  await step({ number: 2, of, title: "Application" }, () => build());
  let browser;
  await step({ number: 3, of, title: "Browser" }, async () => {
    browser = await findBrowser();
    if (!browser.ok) throw new Obstacle(browser.message);
    return browser.name;
  });
  const env = { ...baseEnvironment(), JOURNEY_BROWSER: JSON.stringify(browser) };
  const { ended } = start(...typescript("e2e/screenshots.ts", process.argv.slice(2)), { env });
  const { code } = await ended;
  process.exitCode = code;
});
