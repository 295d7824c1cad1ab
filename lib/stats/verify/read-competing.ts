import { cumulativeIncidence, incidenceAt } from "../cumulative-incidence";
import { grayTest } from "../gray-test";
import type { CaseNode } from "./case-node";
import { completeRows, type CsvTable, numberColumn, rowsWhere, textColumn } from "./csv-table";
import type { Ledger } from "./ledger";

type Source = { readonly data: CsvTable; readonly group: string | undefined; readonly stratified: boolean };

/** Compares `competing` and `competing_stratified`: Gray's test and the incidence of each cause in each group. */
export function readCompeting(node: CaseNode, source: Source, ledger: Ledger): void {
  const levels =
    node
      .at("aalen_johansen")
      ?.members()
      .map(({ key }) => key) ?? [];
  const group = groupColumn(source, levels);
  const data = completeRows(source.data, ["time", "event", ...(group === null ? [] : [group])]);
  const codes = node.need("codes").inputs();
  const gray = node.at("gray");
  if (gray && group !== null) compareGray(gray, { ...source, data, group }, ledger);
  for (const level of levels) {
    const rows = group === null ? data : rowsWhere(data, group, [level]);
    const sample = { times: numberColumn(rows, "time"), causes: numberColumn(rows, "event") };
    for (const code of codes) {
      const curve = cumulativeIncidence(sample, code);
      const reference = node.need("aalen_johansen").need(level);
      compareCurve(reference.at("curve"), curve, { code, ledger });
      compareLandmarks(reference.at("landmark"), curve, { code, ledger });
      for (const name of namesOf(level, levels))
        compareAalen(node.at("cuminc_landmark"), curve, { name: `${name} ${code}`, ledger });
    }
  }
}

/** How a curve of `cuminc` may be called: by its group, and by "all" where the group is 1, which is also what R calls the only group. */
function namesOf(level: string, levels: readonly string[]): string[] {
  return level === "1" || levels.length === 1
    ? [level, "all", "1"].filter((name, place, all) => all.indexOf(name) === place)
    : [level];
}

/** The column of the groups: the case's own, or the one whose values are the names of the curves; null for a single curve of everybody. */
function groupColumn({ data, group }: Source, levels: readonly string[]): string | null {
  const values = (name: string) => new Set(textColumn(data, name).filter((value) => value !== ""));
  const matches = (name: string) =>
    values(name).size === levels.length && levels.every((level) => values(name).has(level));
  const found = [group, ...data.columns].find((name) => name !== undefined && matches(name));
  if (found === undefined && levels.length === 1) return null;
  if (found === undefined) throw new Error(`no column has the groups ${levels.join(", ")}`);
  return found;
}

function compareGray(node: CaseNode, { data, group = "", stratified }: Source, ledger: Ledger): void {
  const strata = data.columns.find((name) => ["st", "strata", "stratum"].includes(name));
  if (stratified && strata === undefined) {
    ledger.notRead.push(`${node.path}: no column of strata (st, strata or stratum)`);
    return;
  }
  const tests = node
    .need("code")
    .inputs()
    .map((cause) =>
      grayTest({
        times: numberColumn(data, "time"),
        causes: numberColumn(data, "event"),
        groups: textColumn(data, group),
        cause,
        ...(stratified && strata ? { strata: textColumn(data, strata) } : {}),
      }),
    );
  ledger.compareAll(
    "gray",
    node.need("stat"),
    tests.map(({ chiSquared }) => chiSquared),
  );
  ledger.compareAll(
    "gray",
    node.need("p"),
    tests.map(({ p }) => p),
  );
  ledger.compareAll(
    "gray.df",
    node.need("df"),
    tests.map(({ df }) => df),
  );
}

type Curve = ReturnType<typeof cumulativeIncidence>;
type Cause = { readonly code: number; readonly ledger: Ledger };

function compareCurve(node: CaseNode | null, curve: Curve, { code, ledger }: Cause): void {
  if (!node) return;
  ledger.compareAll("aalen-johansen.counts", node.need("time"), curve.time);
  ledger.compareAll("aalen-johansen.counts", node.need("n_risk"), curve.atRisk);
  ledger.compareAll("aalen-johansen", node.need("pstate").need(String(code)), curve.incidence);
  ledger.compareAll("aalen-johansen", node.need("std_err").need(String(code)), curve.standardError);
}

function compareLandmarks(node: CaseNode | null, curve: Curve, { code, ledger }: Cause): void {
  if (!node) return;
  const found = incidenceAt(curve, node.need("time").inputs());
  const of = (key: string) => node.at(key)?.at(String(code)) ?? null;
  ledger.compareAll(
    "aalen-johansen.counts",
    node.need("n_risk"),
    found.map(({ atRisk }) => atRisk),
  );
  const columns = [
    [of("pstate"), "aalen-johansen", found.map(({ incidence }) => incidence)],
    [of("std_err"), "aalen-johansen", found.map(({ standardError }) => standardError)],
    [of("lower"), "aalen-johansen.limits", found.map(({ lower }) => lower)],
    [of("upper"), "aalen-johansen.limits", found.map(({ upper }) => upper)],
  ] as const;
  for (const [reference, quantity, ours] of columns)
    if (reference) ledger.compareAll(quantity, reference, ours);
}

function compareAalen(
  node: CaseNode | null,
  curve: Curve,
  { name, ledger }: { readonly name: string; readonly ledger: Ledger },
): void {
  const reference = node?.at("curves")?.at(name);
  if (!node || !reference) return;
  const found = incidenceAt(curve, node.need("time").inputs());
  ledger.compareAll(
    "cuminc",
    reference.need("est"),
    found.map(({ incidence }) => incidence),
  );
  ledger.compareAll(
    "cuminc",
    reference.need("var"),
    found.map(({ aalenVariance }) => aalenVariance),
  );
}
