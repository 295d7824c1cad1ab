import { concordance } from "../concordance";
import type { CoxSample } from "../cox-design";
import { coxRegression, type CoxFit } from "../cox-regression";
import { linearPredictor } from "../linear-predictor";
import { proportionalHazardsTest, type TimeTransform } from "../proportional-hazards-test";
import type { CaseNode } from "./case-node";
import { completeRows, type CsvTable, numberColumn, textColumn } from "./csv-table";
import type { Ledger } from "./ledger";
import { covariateOf, formulaOf } from "./model-terms";

/** Compares one model of `cox`, with Efron's and with Breslow's ties. */
export function readCox(node: CaseNode, data: CsvTable, ledger: Ledger): void {
  const rhs = node.need("rhs").text();
  for (const ties of ["efron", "breslow"] as const) {
    const reference = node.at(ties);
    if (!reference) continue;
    const sample = sampleOf(rhs, reference, data);
    if (!sample) {
      ledger.notRead.push(`${reference.path}: "${rhs}" has a term that is not known`);
      continue;
    }
    const fit = coxRegression(sample, { ties });
    compareFit(reference, { sample, fit, ledger });
    const tests = reference.at("zph");
    if (tests) compareHazards(tests, { sample, fit, ledger });
  }
}

function sampleOf(rhs: string, reference: CaseNode, data: CsvTable): CoxSample | null {
  const formula = formulaOf(rhs, data);
  const startStop = data.columns.includes("start") && data.columns.includes("stop");
  const time = startStop ? "stop" : "time";
  const status = data.columns.includes("status") ? "status" : "event";
  const rows = completeRows(data, [time, status, ...(startStop ? ["start"] : []), ...formula.columns]);
  const terms = reference.need("terms").texts();
  const covariates = terms.flatMap((term) => covariateOf(term, rows) ?? []);
  if (covariates.length < terms.length) return null;
  const strata = formula.strata.map((column) => textColumn(rows, column));
  return {
    ...(startStop ? { starts: numberColumn(rows, "start") } : {}),
    times: numberColumn(rows, time),
    events: numberColumn(rows, status),
    covariates,
    ...(strata.length > 0
      ? { strata: rows.rows.map((_, row) => strata.map((column) => column[row]).join("\u0000")) }
      : {}),
  };
}

type Context = { readonly sample: CoxSample; readonly fit: CoxFit; readonly ledger: Ledger };

function compareFit(node: CaseNode, context: Context): void {
  const { fit, ledger } = context;
  const monotone = node.at("warnings") !== null;
  ledger.comparisons.push(flag(`${node.path}.warnings`, fit.monotone.length > 0, monotone));
  const given = (key: string, ours: (reference: CaseNode) => void) => {
    const reference = node.at(key);
    if (reference) ours(reference);
  };
  given("n", (reference) => ledger.compare("cox.counts", reference, fit.n));
  given("nevent", (reference) => ledger.compare("cox.counts", reference, fit.events));
  given("loglik", (reference) => {
    const ours = [fit.logLikelihood.null, fit.logLikelihood.model];
    reference.items().forEach((item, index) => {
      if (index === 0 || !monotone) ledger.compare("cox.log-likelihood", item, ours[index]);
    });
  });
  compareTest(node.at("score"), "cox.score", { test: fit.score, ledger });
  compareTest(node.at("lr"), "cox.likelihood-ratio", { test: fit.likelihoodRatio, ledger });
  if (monotone) return;
  compareTest(node.at("wald"), "cox.wald", { test: fit.wald, ledger });
  compareCoefficients(node, context);
  given("concordance", (reference) => compareConcordance(reference, context));
}

function flag(where: string, ours: boolean, reference: boolean) {
  const ok = ours === reference;
  return {
    quantity: "cox.flag" as const,
    where,
    ours: Number(ours),
    reference: Number(reference),
    deviation: ok ? 0 : 1,
    tolerance: 0,
    ok,
  };
}

type TestContext = { readonly test: CoxFit["score"]; readonly ledger: Ledger };

function compareTest(
  node: CaseNode | null,
  quantity: "cox.score" | "cox.likelihood-ratio" | "cox.wald",
  { test, ledger }: TestContext,
): void {
  if (!node) return;
  ledger.compare(quantity, node.need("chisq"), test.chiSquared);
  const [df, p] = [node.at("df"), node.at("p")];
  if (df) ledger.compare("cox.counts", df, test.df);
  if (p) ledger.compare("cox.test-p", p, test.p, Number.MIN_VALUE);
}

function compareCoefficients(node: CaseNode, { fit, ledger }: Context): void {
  const { coefficients, covariance } = fit;
  const errors = coefficients.map(({ standardError }) => standardError ?? 1);
  const all = (key: string, quantity: Parameters<Ledger["compare"]>[0], ours: (number | null)[]) => {
    const reference = node.at(key);
    if (reference) ledger.compareAll(quantity, reference, ours, quantity === "cox.coefficient" ? errors : []);
  };
  all(
    "coef",
    "cox.coefficient",
    coefficients.map(({ coefficient }) => coefficient),
  );
  all(
    "se",
    "cox.standard-error",
    coefficients.map(({ standardError }) => standardError ?? 0),
  );
  all(
    "z",
    "cox.wald-p",
    coefficients.map(({ z }) => z),
  );
  node
    .at("p")
    ?.items()
    .forEach((item, index) => ledger.compare("cox.wald-p", item, coefficients[index]?.p, Number.MIN_VALUE));
  all(
    "hr",
    "cox.hazard-ratio",
    coefficients.map(({ hazardRatio }) => hazardRatio),
  );
  all(
    "hr_lower",
    "cox.hazard-ratio",
    coefficients.map(({ lower }) => lower),
  );
  all(
    "hr_upper",
    "cox.hazard-ratio",
    coefficients.map(({ upper }) => upper),
  );
  node
    .at("var")
    ?.items()
    .forEach((row, i) => {
      const scales = errors.map((error) => error * (errors[i] ?? 1));
      ledger.compareAll("cox.covariance", row, covariance[i] ?? [], scales);
    });
}

function compareConcordance(node: CaseNode, { sample, fit, ledger }: Context): void {
  if (sample.starts) {
    ledger.notRead.push(`${node.path}: concordance of start–stop rows`);
    return;
  }
  const ours = concordance({ ...sample, risk: linearPredictor(sample, fit) });
  ledger.compare("cox.concordance", node.need("c"), ours.concordance);
  ledger.compare("cox.concordance", node.need("se"), ours.standardError);
  const pairs = {
    concordant: ours.concordant,
    discordant: ours.discordant,
    tied_x: ours.tiedRisk,
    tied_y: ours.tiedTime,
    tied_xy: ours.tiedBoth,
  };
  for (const [key, count] of Object.entries(pairs)) {
    const reference = node.at(key);
    if (reference) ledger.compare("cox.concordance.pairs", reference, count);
  }
}

const transforms: readonly string[] = ["km", "rank", "identity", "log"] satisfies TimeTransform[];

const isTransform = (key: string): key is TimeTransform => transforms.includes(key);

/** Tests by term under the name of a transform, and by column under that name with `_by_coef`. */
function compareHazards(node: CaseNode, { sample, fit, ledger }: Context): void {
  for (const { key, node: table } of node.members()) {
    const transform = key.replace(/_by_coef$/, "");
    if (!isTransform(transform)) continue;
    const ours = proportionalHazardsTest(sample, fit, { transform, byColumn: key.endsWith("_by_coef") });
    const rows = table
      .need("rows")
      .texts()
      .map((term) => ours.rows.find((row) => row.term === term));
    ledger.compareAll(
      "zph",
      table.need("chisq"),
      rows.map((row) => row?.chiSquared),
    );
    ledger.compareAll(
      "zph.df",
      table.need("df"),
      rows.map((row) => row?.df),
    );
    const p = table.at("p");
    if (p)
      ledger.compareAll(
        "zph",
        p,
        rows.map((row) => row?.p),
      );
  }
}
