import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playwrightResults, vitestResults } from "./results.mjs";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sequela-results-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

const report = (content: unknown): string => {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe("the counts of a test run", () => {
  it("count a file that could not be loaded as one failure", () => {
    const testResults = [
      { status: "passed", assertionResults: [{ status: "passed" }] },
      { status: "failed", assertionResults: [] },
    ];
    const file = report({ numPassedTests: 1, numFailedTests: 0, numPendingTests: 2, testResults });
    expect(vitestResults(file, 1)).toEqual({ passed: 1, failed: 1, skipped: 2 });
  });

  it("count a failed test once, not again for its file", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
    const file = report({ numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, testResults });
    expect(vitestResults(file, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("count a bad end without a failed test as one failure", () => {
    const file = report({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, testResults: [] });
    expect(vitestResults(file, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(vitestResults(file, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  it("count a missing report as one failure, also after a good end", () => {
    expect(vitestResults(join(folder, "absent.json"), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightResults(join(folder, "absent.json"), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("count a flaky journey and an error outside of journeys as failures", () => {
    const file = report({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] });
    expect(playwrightResults(file, 1)).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });
});
