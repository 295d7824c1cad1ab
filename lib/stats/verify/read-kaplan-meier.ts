import { kaplanMeier, type SurvivalCurve } from "../kaplan-meier";
import { restrictedMean } from "../restricted-mean";
import { reverseKaplanMeier } from "../reverse-kaplan-meier";
import { survivalAt } from "../survival-at";
import { type IntervalType, survivalLimits } from "../survival-limits";
import { medianSurvival } from "../survival-quantile";
import { survivalQuantileOfR } from "../survival-quantile-of-r";
import type { CaseNode } from "./case-node";
import { completeRows, type CsvTable, numberColumn, rowsWhere } from "./csv-table";
import type { Ledger } from "./ledger";

const intervalTypes: readonly string[] = [
  "plain",
  "log",
  "log-log",
  "logit",
  "arcsin",
] satisfies IntervalType[];

const isIntervalType = (key: string): key is IntervalType => intervalTypes.includes(key);

/** Compares `km`: the curve of everybody and of each group. */
export function readKaplanMeier(km: CaseNode, data: CsvTable, ledger: Ledger): void {
  const complete = completeRows(data, ["time", "status"]);
  const overall = km.at("overall");
  if (overall) readSample(overall, complete, ledger);
  const group = km.at("group_var")?.text();
  for (const { key, node } of km.at("by_group")?.members() ?? [])
    readSample(node, rowsWhere(complete, group ?? "", [key]), ledger);
}

function readSample(node: CaseNode, data: CsvTable, ledger: Ledger): void {
  const [times, events] = [numberColumn(data, "time"), numberColumn(data, "status")];
  const curve = kaplanMeier(times, events);
  const [n, count] = [node.at("n"), node.at("events")];
  if (n) ledger.compare("case.size", n, times.length);
  if (count)
    ledger.compare(
      "case.size",
      count,
      curve.events.reduce((sum, value) => sum + value, 0),
    );
  readCurve(node, curve, ledger);
  for (const { key, node: table } of node.members()) {
    const level = /^median_loglog_(\d+)$/.exec(key)?.[1];
    if (level) {
      const { value, lower, upper } = survivalQuantileOfR(curve, 0.5, {
        type: "log-log",
        level: Number(`0.${level}`),
      });
      ledger.compareAll("km.quantile", table, [value, lower, upper]);
    }
  }
  for (const { key, node: table } of typed(node.at("median_table"))) {
    const { value, lower, upper } = medianSurvival(curve, key);
    ledger.compareAll("km.median", table, [value, lower, upper]);
  }
  for (const { key, node: table } of typed(node.at("quantile")))
    compareQuantiles("km.quantile", table, { curve, type: key, ledger });
  const followUp = reverseKaplanMeier(times, events);
  for (const { key, node: table } of typed(node.at("reverse_km_followup")))
    compareQuantiles("km.follow-up", table, { curve: followUp, type: key, ledger });
  for (const { key, node: table } of typed(node.at("landmark")))
    compareLandmarks(table, { curve, type: key, ledger });
  for (const item of node.at("rmst")?.items() ?? []) {
    const { mean, standardError } = restrictedMean(curve, item.need("tau").input());
    ledger.compare("km.restricted-mean", item.need("rmst"), mean);
    ledger.compare("km.restricted-mean", item.need("se"), standardError, standardError === 0 ? 1 : undefined);
  }
}

function typed(node: CaseNode | null): { readonly key: IntervalType; readonly node: CaseNode }[] {
  return (node?.members() ?? []).flatMap(({ key, node: member }) =>
    isIntervalType(key) ? [{ key, node: member }] : [],
  );
}

const columnsOf = (curve: SurvivalCurve) => ({
  time: ["km.counts", curve.time] as const,
  n_risk: ["km.counts", curve.atRisk] as const,
  n_event: ["km.counts", curve.events] as const,
  n_censor: ["km.counts", curve.censored] as const,
  surv: ["km.survival", curve.survival] as const,
  se_logS: ["km.greenwood", curve.standardErrorLog] as const,
  cumhaz: ["km.hazard", curve.cumulativeHazard] as const,
  se_cumhaz: ["km.hazard", curve.standardErrorHazard] as const,
});

/** The whole curve by columns, or a sample of it: places with columns, with a list of rows, or beside the columns. */
function readCurve(node: CaseNode, curve: SurvivalCurve, ledger: Ledger): void {
  const whole = node.at("curve");
  if (whole) compareColumns(whole, curve, { places: null, ledger });
  const sample = node.at("curve_sample");
  if (!sample) return;
  const places = sample.need("index").inputs();
  const rows = sample.at("rows");
  if (rows?.isList() && rows.items()[0]?.isObject())
    rows
      .items()
      .forEach((row, index) => compareColumns(row, curve, { places: [places[index] ?? -1], ledger }));
  else if (rows?.isObject()) compareColumns(rows, curve, { places, ledger });
  else {
    const [total] = rows?.items() ?? [];
    if (total) ledger.compare("km.counts", total, curve.time.length);
    compareColumns(sample, curve, { places, ledger });
  }
}

type Columns = { readonly places: readonly number[] | null; readonly ledger: Ledger };

function compareColumns(node: CaseNode, curve: SurvivalCurve, { places, ledger }: Columns): void {
  const pick = <T>(column: readonly T[]) => (places ? places.map((place) => column[place]) : column);
  for (const [key, [quantity, column]] of Object.entries(columnsOf(curve))) {
    const reference = node.at(key);
    if (reference) ledger.compareAll(quantity, reference, pick<number | null>(column));
  }
  for (const { key, node: limits } of typed(node.at("ci"))) {
    const { lower, upper } = survivalLimits(curve, key);
    ledger.compareAll("km.limits", limits.need("lower"), pick(lower));
    ledger.compareAll("km.limits", limits.need("upper"), pick(upper));
  }
}

type OfCurve = { readonly curve: SurvivalCurve; readonly type: IntervalType; readonly ledger: Ledger };

function compareQuantiles(
  quantity: "km.quantile" | "km.follow-up",
  node: CaseNode,
  { curve, type, ledger }: OfCurve,
): void {
  const found = node
    .need("p")
    .inputs()
    .map((p) => survivalQuantileOfR(curve, p, { type }));
  ledger.compareAll(
    quantity,
    node.need("q"),
    found.map(({ value }) => value),
  );
  ledger.compareAll(
    quantity,
    node.need("lower"),
    found.map(({ lower }) => lower),
  );
  ledger.compareAll(
    quantity,
    node.need("upper"),
    found.map(({ upper }) => upper),
  );
}

function compareLandmarks(node: CaseNode, { curve, type, ledger }: OfCurve): void {
  const found = survivalAt(curve, node.need("time").inputs(), { type });
  ledger.compareAll(
    "km.landmark.counts",
    node.need("n_risk"),
    found.map(({ atRisk }) => atRisk),
  );
  ledger.compareAll(
    "km.landmark",
    node.need("surv"),
    found.map(({ survival }) => survival),
  );
  ledger.compareAll(
    "km.landmark",
    node.need("std_err"),
    found.map(({ standardError }) => standardError),
  );
  ledger.compareAll(
    "km.landmark.limits",
    node.need("lower"),
    found.map(({ lower }) => lower),
  );
  ledger.compareAll(
    "km.landmark.limits",
    node.need("upper"),
    found.map(({ upper }) => upper),
  );
}
