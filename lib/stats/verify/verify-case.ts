import { InputError } from "../input-error";
import { CaseNode } from "./case-node";
import { type CsvTable, numberColumn } from "./csv-table";
import { type Comparison, Ledger } from "./ledger";
import { readCompeting } from "./read-competing";
import { readCox } from "./read-cox";
import { readDistributions } from "./read-distributions";
import { readKaplanMeier } from "./read-kaplan-meier";
import { readLogRank } from "./read-log-rank";
import { readProportions } from "./read-proportions";
import { readRanks } from "./read-ranks";
import { readTables } from "./read-tables";

/** A case as read from its files. `inputs` is the case that holds the arguments where this one holds only values. */
export type CaseFile = {
  readonly name: string;
  readonly json: unknown;
  readonly data: CsvTable | null;
  readonly inputs?: unknown;
};

export type CaseResult = {
  readonly name: string;
  readonly comparisons: readonly Comparison[];
  /** Numbers of the case that were not compared: where, and how many. */
  readonly notCompared: ReadonlyMap<string, number>;
  /** Parts that could not be read, with the reason. */
  readonly notRead: readonly string[];
  /** What makes the case fail without a comparison: unreadable parts, columns of different lengths. */
  readonly problems: readonly string[];
};

/** Compares everything a case holds with what this system computes from its data. */
export function verifyCase({ name, json, data, inputs }: CaseFile): CaseResult {
  const root = new CaseNode(json);
  const ledger = new Ledger();
  const attempt = (part: string, read: () => void) => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      ledger.problems.push(
        `${part}: ${error instanceof InputError ? `${error.name}: ` : ""}${error.message}`,
      );
    }
  };
  attempt("tables", () => readTables(root, ledger));
  attempt("proportions", () => readProportions(root, ledger));
  attempt("ranks", () => readRanks(root, ledger));
  attempt("distributions", () =>
    readDistributions(root, inputs === undefined ? null : new CaseNode(inputs), ledger),
  );
  if (data) readData(root, data, { ledger, attempt });
  else if (["km", "survdiff", "cox", "competing"].some((key) => root.at(key)))
    ledger.problems.push("the case has no data file");
  return {
    name,
    comparisons: ledger.comparisons,
    notCompared: root.unread(),
    notRead: ledger.notRead,
    problems: ledger.problems,
  };
}

type Reading = { readonly ledger: Ledger; readonly attempt: (part: string, read: () => void) => void };

function readData(root: CaseNode, data: CsvTable, { ledger, attempt }: Reading): void {
  const n = root.at("n");
  if (n) attempt("n", () => ledger.compare("case.size", n, data.rows.length));
  const km = root.at("km");
  if (km) attempt("km", () => readKaplanMeier(km, data, ledger));
  for (const item of root.at("survdiff")?.items() ?? [])
    attempt(item.path, () => readLogRank(item, data, ledger));
  for (const item of root.at("cox")?.items() ?? []) attempt(item.path, () => readCox(item, data, ledger));
  for (const key of ["competing", "competing_stratified"] as const) {
    const node = root.at(key);
    const group = km?.at("group_var")?.text();
    const source = { data, group, stratified: key === "competing_stratified" };
    if (node) attempt(key, () => readCompeting(node, source, ledger));
  }
}

/** Compares the rows and events a manifest states of a case with its data. */
export function verifyManifestEntry(name: string, entry: unknown, data: CsvTable | null): CaseResult {
  const root = new CaseNode(entry);
  const ledger = new Ledger();
  const [n, events] = [root.at("n"), root.at("events")];
  if (!data) ledger.problems.push("the manifest names a case whose data file is missing");
  else {
    if (n) ledger.compare("case.size", n, data.rows.length);
    const status = data.columns.includes("status") ? numberColumn(data, "status") : [];
    if (events) ledger.compare("case.size", events, status.filter((value) => value === 1).length);
  }
  return {
    name,
    comparisons: ledger.comparisons,
    notCompared: root.unread(),
    notRead: [],
    problems: ledger.problems,
  };
}
