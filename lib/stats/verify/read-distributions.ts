import { betaQuantile, incompleteBeta } from "../distributions/beta";
import { chiSquaredLower, chiSquaredQuantile, chiSquaredUpper } from "../distributions/chi-squared";
import { fUpper } from "../distributions/f";
import { hypergeometricLog, hypergeometricTails } from "../distributions/hypergeometric";
import { logGamma } from "../distributions/log-gamma";
import { normalLogLower, normalLower, normalQuantile, normalUpper } from "../distributions/normal";
import { studentUpper } from "../distributions/student-t";
import type { CaseNode } from "./case-node";
import type { Ledger } from "./ledger";
import type { QuantityId } from "./quantities";

type Function = {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: Readonly<Record<string, (...inputs: readonly number[]) => number>>;
};

const of = (inputs: readonly number[]) => [inputs[0] ?? 0, inputs[1] ?? 0, inputs[2] ?? 0] as const;

const functions: readonly Function[] = [
  {
    name: "pnorm",
    inputs: ["z"],
    outputs: {
      p: (z = 0) => normalLower(z),
      logp: (z = 0) => normalLogLower(z),
      upper: (z = 0) => normalUpper(z),
    },
  },
  { name: "qnorm", inputs: ["p"], outputs: { z: (p = 0) => normalQuantile(p) } },
  {
    name: "pchisq",
    inputs: ["x", "df"],
    outputs: {
      lower: (x = 0, df = 1) => chiSquaredLower(x, df),
      upper: (x = 0, df = 1) => chiSquaredUpper(x, df),
    },
  },
  { name: "qchisq", inputs: ["p", "df"], outputs: { x: (p = 0, df = 1) => chiSquaredQuantile(p, df) } },
  { name: "pt", inputs: ["t", "df"], outputs: { upper: (t = 0, df = 1) => studentUpper(t, df) } },
  {
    name: "pf",
    inputs: ["f", "d1", "d2"],
    outputs: { upper: (f = 0, d1 = 1, d2 = 1) => fUpper(f, { d1, d2 }) },
  },
  {
    name: "pbeta",
    inputs: ["x", "a", "b"],
    outputs: {
      lower: (x = 0, a = 1, b = 1) => incompleteBeta({ a, b }, x).lower,
      upper: (x = 0, a = 1, b = 1) => incompleteBeta({ a, b }, x).upper,
    },
  },
  {
    name: "qbeta",
    inputs: ["p", "a", "b"],
    outputs: { x: (...inputs) => betaQuantile(...of(inputs)) },
  },
  { name: "lgamma", inputs: ["x"], outputs: { y: (x = 1) => logGamma(x) } },
];

/**
 * Compares the distribution functions of a case with its own values, R's, or, where `inputs` is another case with the arguments,
 * with values of 60-digit arithmetic at those arguments.
 */
export function readDistributions(root: CaseNode, inputs: CaseNode | null, ledger: Ledger): void {
  for (const { name, inputs: names, outputs } of functions) {
    const [values, source] = [root.at(name), (inputs ?? root).at(name)];
    if (!values || !source) continue;
    const columns = names.map((key) => source.need(key).inputs());
    for (const [key, compute] of Object.entries(outputs)) {
      const reference = values.at(key);
      reference?.items().forEach((item, row) => {
        const at = columns.map((column) => column[row] ?? Number.NaN);
        ledger.compare(
          quantityOf(name, at, inputs !== null),
          item,
          compute(...at),
          floorOf(name, inputs !== null),
        );
      });
    }
  }
  readHypergeometric(root, inputs, ledger);
}

function quantityOf(name: string, inputs: readonly number[], exact: boolean): QuantityId {
  if (!exact) return "distribution.r";
  if (name === "qbeta") return "distribution.beta-quantile";
  const degrees = name === "pt" ? [inputs[1]] : name === "pf" ? inputs.slice(1) : [];
  return degrees.some((df = 0) => df > 1e5) ? "distribution.many-df" : "distribution";
}

/** R's own values are good to their last digits but for lgamma near 1 and 2 and for tails below 1e-300. */
function floorOf(name: string, exact: boolean): number {
  if (exact) return Number.MIN_VALUE;
  return name === "lgamma" ? 0.1 : 1e-300;
}

function readHypergeometric(root: CaseNode, inputs: CaseNode | null, ledger: Ledger): void {
  const sources = (inputs ?? root).at("hyper")?.items() ?? [];
  root
    .at("hyper")
    ?.items()
    .forEach((item, index) => {
      const source = sources[index];
      if (!source) throw new Error(`${item.path} has no arguments`);
      const [white, black, drawn] = ["m", "n", "k"].map((key) => source.need(key).input());
      const urn = { white: white ?? 0, black: black ?? 0, drawn: drawn ?? 0 };
      const at = source.need("q").inputs();
      const quantity: QuantityId = inputs ? "distribution" : "distribution.r";
      const columns = {
        d: at.map((q) => Math.exp(hypergeometricLog(q, urn))),
        logd: at.map((q) => hypergeometricLog(q, urn)),
        p: at.map((q) => hypergeometricTails(q, urn).lower),
        upper: at.map((q) => hypergeometricTails(q, urn).upper),
      };
      for (const [key, ours] of Object.entries(columns)) {
        const reference = item.at(key);
        if (reference) ledger.compareAll(quantity, reference, ours);
      }
    });
}
