import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { installed, isStopping, start } from "./child.mjs";
import { install } from "./install.mjs";
import { findBrowser } from "./journey-browser.mjs";
import { optionsOf } from "./options.mjs";
import { startPostgres } from "./postgres.mjs";
import { elapsed, Obstacle } from "./progress.mjs";
import { noResults, playwrightResults, sum, vitestResults } from "./results.mjs";
import { baseEnvironment, root } from "./runtime.mjs";

const help = `npm test [-- --units | --journeys] [--no-postgres] [FILTER …]

Runs the unit tests on SQLite and, where a PostgreSQL server can be reached (TEST_POSTGRES_URL) or started,
on PostgreSQL; then the journeys in a real browser against a production build.

  --units        the unit tests only
  --journeys     the journeys only
  --no-postgres  the unit tests on SQLite only
  FILTER         only test files whose path contains this`;

const scratch = mkdtempSync(join(tmpdir(), "sequela-run-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const heading = (text) => console.log(`\n— ${text}`);

/** The server to test on, or why there is none; `broken` where one is installed but does not start. */
async function databaseServer(wanted) {
  if (!wanted) return { why: "as asked." };
  if (process.env.TEST_POSTGRES_URL) return { url: process.env.TEST_POSTGRES_URL };
  try {
    const server = await startPostgres();
    return server ?? { why: "set TEST_POSTGRES_URL, or install it (Debian: apt-get install postgresql)." };
  } catch (error) {
    return { why: error instanceof Obstacle ? error.message : String(error), broken: true };
  }
}

async function units({ filters, postgres }) {
  const server = await databaseServer(postgres);
  const where = server.url ? `SQLite and PostgreSQL${server.version ? ` ${server.version}` : ""}` : "SQLite";
  heading(`Units on ${where}`);
  if (!server.url) console.log(`PostgreSQL is left out: ${server.why.trim()}`);
  const report = join(scratch, "units.json");
  const environment = baseEnvironment();
  delete environment.TEST_POSTGRES_URL;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { ended } = start(...installed("vitest", ["run", "--passWithNoTests", ...reporters, ...filters]), {
    env: server.url ? { ...environment, TEST_POSTGRES_URL: server.url } : environment,
  });
  const { code } = await ended;
  await server.stop?.();
  const counts = vitestResults(report, code);
  // Continuous integration promises both databases: one that is installed and does not start is a failure there.
  return server.broken && process.env.CI ? sum(counts, { ...noResults, failed: 1 }) : counts;
}

async function journeys({ filters }) {
  heading("Journeys in a browser");
  const browser = await findBrowser();
  if (!browser.ok) throw new Obstacle(browser.message);
  const began = Date.now();
  console.log(`Browser: ${browser.name}. Production build …`);
  console.log(`${await build()} (${elapsed(began)})`);
  const report = join(scratch, "journeys.json");
  const { ended } = start(
    ...installed("@playwright/test", ["test", "-c", "e2e", "--pass-with-no-tests", ...filters], "playwright"),
    {
      env: {
        ...baseEnvironment(),
        JOURNEY_BROWSER: JSON.stringify(browser),
        JOURNEY_REPORT: report,
      },
    },
  );
  const { code } = await ended;
  return playwrightResults(report, code);
}

/** What a part of the run counted; where it could not run at all, it says why and counts as one failure. */
async function counted(part) {
  try {
    return await part();
  } catch (error) {
    console.log(error instanceof Obstacle ? error.message : error);
    return { ...noResults, failed: 1 };
  }
}

async function run() {
  const options = optionsOf({
    help,
    allowPositionals: true,
    options: {
      units: { type: "boolean" },
      journeys: { type: "boolean" },
      "no-postgres": { type: "boolean" },
    },
  });
  const both = options.units === options.journeys;
  const plan = { filters: options.positionals, postgres: !options["no-postgres"] };
  if (!existsSync(join(root, "node_modules"))) console.log("Installing the dependencies …");
  await install();
  let counts = noResults;
  if (both || options.units) counts = sum(counts, await counted(() => units(plan)));
  if ((both || options.journeys) && !isStopping()) counts = sum(counts, await counted(() => journeys(plan)));
  return counts;
}

const counts = await counted(run);
console.log(`\n${counts.skipped} skipped`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.passed === 0 || isStopping() ? 1 : 0;
