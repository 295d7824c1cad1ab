import { chiSquaredTest } from "../chi-squared-test";
import { fisherExact2x2 } from "../fisher-exact";
import { fisherExactTable } from "../fisher-exact-table";
import { mcNemar } from "../mc-nemar";
import type { CaseNode } from "./case-node";
import type { Ledger } from "./ledger";

/** Compares `fisher_2x2`, `chisq_2x2`, `rxc` and `mcnemar`. */
export function readTables(root: CaseNode, ledger: Ledger): void {
  for (const item of itemsOf(root, "fisher_2x2")) compareFisher(item, ledger);
  for (const item of [...itemsOf(root, "chisq_2x2"), ...itemsOf(root, "rxc")])
    compareChiSquared(item, ledger);
  for (const item of itemsOf(root, "mcnemar")) compareMcNemar(item, ledger);
}

function itemsOf(root: CaseNode, key: string): CaseNode[] {
  return root.at(key)?.items() ?? [];
}

function twoByTwo(node: CaseNode) {
  const [[a, b] = [], [c, d] = []] = node.need("table").table();
  if (a === undefined || b === undefined || c === undefined || d === undefined)
    throw new Error(`${node.path}.table is not 2 × 2`);
  return [
    [a, b],
    [c, d],
  ] as const;
}

function compareFisher(item: CaseNode, ledger: Ledger): void {
  const table = twoByTwo(item);
  const test = fisherExact2x2(table);
  const given = (key: string, ours: readonly (number | null)[]) => {
    const reference = item.at(key);
    if (reference) ledger.compareAll("fisher", reference, ours);
  };
  given("p_two_sided", [test.p]);
  given("or_mle", [test.oddsRatio]);
  given("ci_exact", [test.lower, test.upper]);
  const p = item.at("p_two_sided");
  if (p) ledger.compare("fisher.table", p, fisherExactTable(table).p);
}

function compareChiSquared(item: CaseNode, ledger: Ledger): void {
  const table = item.need("table").table();
  const [test, corrected] = [chiSquaredTest(table), chiSquaredTest(table, true)];
  ledger.compare("chi-squared", item.need("chisq"), test.chiSquared);
  ledger.compare("chi-squared", item.need("p"), test.p, Number.MIN_VALUE);
  const yates = item.at("yates");
  if (yates?.isObject()) {
    ledger.compare("chi-squared", yates.need("chisq"), corrected.chiSquared);
    ledger.compare("chi-squared", yates.need("p"), corrected.p, Number.MIN_VALUE);
  } else yates?.number();
  const given = (key: string, compare: (reference: CaseNode) => void) => {
    const reference = item.at(key);
    if (reference) compare(reference);
  };
  given("df", (reference) => ledger.compare("chi-squared.df", reference, test.df));
  given("min_expected", (reference) => ledger.compare("chi-squared", reference, test.smallestExpected));
  given("expected", (reference) =>
    reference.items().forEach((row, i) => ledger.compareAll("chi-squared", row, test.expected[i] ?? [])),
  );
  given("pearson_residuals", (reference) =>
    reference.items().forEach((row, i) => ledger.compareAll("chi-squared", row, test.residuals[i] ?? [])),
  );
  given("fisher_p", (reference) => ledger.compare("fisher.table", reference, fisherExactTable(table).p));
}

function compareMcNemar(item: CaseNode, ledger: Ledger): void {
  const test = mcNemar(twoByTwo(item));
  const columns = {
    chisq: test.chiSquared,
    p: test.p,
    chisq_cc: test.corrected.chiSquared,
    p_cc: test.corrected.p,
    exact_p: test.exactP,
  };
  for (const [key, ours] of Object.entries(columns)) {
    const reference = item.at(key);
    if (reference) ledger.compare("mcnemar", reference, ours, Number.MIN_VALUE);
  }
}
