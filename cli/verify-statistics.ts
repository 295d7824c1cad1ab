import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CsvTable, csvTable } from "../lib/stats/verify/csv-table";
import { summarise, summaryText, type Verification } from "../lib/stats/verify/summary";
import { type CaseResult, verifyCase, verifyManifestEntry } from "../lib/stats/verify/verify-case";

/** The reference cases that come with the system. */
export const ownCases = fileURLToPath(new URL("../lib/stats/cases", import.meta.url));

const manifestName = "manifest.json";

/**
 * Runs every reference case of a folder on this installation: what was compared, how far it deviates, what was not compared.
 * Fails on any deviation beyond tolerance, on a file that can't be read, and on nothing compared.
 */
export function verifyStatistics(folder: string = ownCases): {
  text: string;
  json: Verification;
  passed: boolean;
} {
  if (!existsSync(folder)) return report(folder, [failure(folder, "there is no such folder")]);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== manifestName);
  return report(folder, [
    ...manifestResults(folder),
    ...files.sort().map((file) => caseResult(folder, file)),
  ]);
}

function report(folder: string, results: readonly CaseResult[]) {
  const json = summarise(results);
  const heading = `Statistics of this installation against the reference cases in ${basename(folder)}\n\n`;
  return { text: heading + summaryText(json), json, passed: json.passed };
}

function failure(name: string, problem: string): CaseResult {
  return { name, comparisons: [], notCompared: new Map(), notRead: [], problems: [problem] };
}

function caseResult(folder: string, file: string): CaseResult {
  const name = basename(file, ".json");
  try {
    const arguments_ = join(folder, `${name.replace(/_truth$/, "")}.json`);
    const holdsValuesOnly = name.endsWith("_truth") && existsSync(arguments_);
    return verifyCase({
      name,
      json: jsonOf(join(folder, file)),
      data: dataOf(join(folder, `${name}.csv`)),
      ...(holdsValuesOnly ? { inputs: jsonOf(arguments_) } : {}),
    });
  } catch (error) {
    return failure(name, error instanceof Error ? error.message : String(error));
  }
}

/** The manifest names the cases a folder should hold, with their rows and events. */
function manifestResults(folder: string): CaseResult[] {
  const path = join(folder, manifestName);
  if (!existsSync(path)) return [];
  try {
    const manifest = jsonOf(path);
    const cases =
      typeof manifest === "object" && manifest !== null && "cases" in manifest ? manifest.cases : {};
    return Object.entries(cases ?? {}).map(([name, entry]) =>
      existsSync(join(folder, `${name}.json`))
        ? verifyManifestEntry(name, entry, dataOf(join(folder, `${name}.csv`)))
        : failure(name, "the manifest names this case, and its file is missing"),
    );
  } catch (error) {
    return [failure(manifestName, error instanceof Error ? error.message : String(error))];
  }
}

const jsonOf = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

const dataOf = (path: string): CsvTable | null =>
  existsSync(path) ? csvTable(readFileSync(path, "utf8")) : null;
