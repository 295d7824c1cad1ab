import { logRank } from "../log-rank";
import { pairwiseLogRank } from "../pairwise-log-rank";
import { trendTest } from "../trend-test";
import type { CaseNode } from "./case-node";
import { completeRows, type CsvTable, numberColumn, textColumn } from "./csv-table";
import type { Ledger } from "./ledger";

type Sample = Parameters<typeof logRank>[0];

/** Compares one comparison of `survdiff`: its G-rho tests, whatever they are called, its trend and its pairs. */
export function readLogRank(node: CaseNode, data: CsvTable, ledger: Ledger): void {
  const group = node.need("group").text();
  const levels = node.need("levels").texts();
  const named = node.at("strata")?.text();
  const strata = named === undefined || named === "null" ? [] : [named];
  const rows = completeRows(data, ["time", "status", group, ...strata]);
  const sample: Sample = {
    times: numberColumn(rows, "time"),
    events: numberColumn(rows, "status"),
    groups: textColumn(rows, group),
    ...(strata[0] ? { strata: textColumn(rows, strata[0]) } : {}),
  };
  for (const { node: member } of node.members())
    if (member.at("rho") && member.at("chisq")) compareTest(member, { sample, levels, ledger });
  const trend = node.at("trend");
  if (trend) compareTrend(trend, { sample, levels, ledger });
  const pairs = node.at("pairwise");
  if (pairs) comparePairs(pairs, node.at("pairwise_adj"), { sample, levels, ledger });
}

type Context = { readonly sample: Sample; readonly levels: readonly string[]; readonly ledger: Ledger };

function compareTest(node: CaseNode, { sample, levels, ledger }: Context): void {
  const test = logRank({ ...sample, rho: node.need("rho").input() });
  const places = levels.map((level) => test.groups.indexOf(level));
  const pick = (column: readonly number[]) => places.map((place) => column[place]);
  const counts = node.at("n");
  if (counts) ledger.compareAll("logrank.counts", counts, pick(test.n));
  ledger.compareAll("logrank.sums", node.need("obs"), pick(test.observed));
  ledger.compareAll("logrank.sums", node.need("exp"), pick(test.expected));
  const diagonal = places.map((place) => Math.sqrt(test.variance[place]?.[place] ?? 0));
  node
    .need("var")
    .items()
    .forEach((row, i) => {
      const scales = diagonal.map((value) => value * (diagonal[i] ?? 0) || 1);
      ledger.compareAll("logrank.variance", row, pick(test.variance[places[i] ?? -1] ?? []), scales);
    });
  const df = node.at("df");
  if (df) ledger.compare("logrank.counts", df, test.df);
  const untested = test.chiSquared === null && df?.number() === 0;
  ledger.compare("logrank.chi-squared", node.need("chisq"), untested ? 0 : test.chiSquared);
  const [p, logP] = [node.at("p"), node.at("log_p")];
  if (p && !untested) ledger.compare("logrank.chi-squared", p, test.p, Number.MIN_VALUE);
  if (logP && !untested) ledger.compare("logrank.chi-squared", logP, test.logP);
}

function compareTrend(node: CaseNode, { sample, levels, ledger }: Context): void {
  const scores = node.need("scores").inputs();
  const groups = logRank(sample).groups;
  const test = trendTest({
    ...sample,
    scores: groups.map((group) => scores[levels.indexOf(String(group))] ?? 0),
  });
  const spread = Math.max(test.variance, Number.MIN_VALUE);
  ledger.compare("trend.sums", node.need("U"), test.statistic, Math.sqrt(spread));
  ledger.compare("trend.sums", node.need("V"), test.variance, spread);
  ledger.compare("trend.chi-squared", node.need("chisq"), test.chiSquared);
  ledger.compare("trend.chi-squared", node.need("p"), test.p, Number.MIN_VALUE);
}

function comparePairs(node: CaseNode, adjusted: CaseNode | null, { sample, ledger }: Context): void {
  const pairs = pairwiseLogRank(sample);
  const found = node.items().map((item) => {
    const names = [item.need("a").text(), item.need("b").text()];
    const pair = pairs.find(({ groups }) => groups.every((group) => names.includes(String(group))));
    ledger.compare("pairwise.chi-squared", item.need("chisq"), pair?.chiSquared);
    ledger.compare("pairwise.chi-squared", item.need("p"), pair?.p, Number.MIN_VALUE);
    return pair?.adjusted;
  });
  const holm = adjusted?.at("holm");
  if (holm) ledger.compareAll("holm", holm, found);
}
