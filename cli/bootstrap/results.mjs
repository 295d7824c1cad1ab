import { existsSync, readFileSync } from "node:fs";

/** How many tests passed, failed and were skipped. */
export const noResults = { passed: 0, failed: 0, skipped: 0 };

/** The sum of two counts. */
export const sum = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

/** A run that ended badly although no test failed has failed all the same. */
const honest = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/** The counts in Vitest's JSON report; a file that could not be loaded counts as one failed test. */
export function vitestResults(file, code) {
  const report = read(file);
  if (!report) return { ...noResults, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    },
    code,
  );
}

/** The counts in Playwright's JSON report; a flaky journey has failed, and so has an error outside of any journey. */
export function playwrightResults(file, code) {
  const report = read(file);
  if (!report) return { ...noResults, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest(
    { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped },
    code,
  );
}
