import { incompleteBeta } from "./beta";
import { logBinomialDensity } from "./saddle-point";

type Trials = { readonly n: number; readonly p: number };

/** P(X = x) for x successes in n trials of probability p. R: `dbinom(x, n, p)`. */
export function binomialProbability(x: number, { n, p }: Trials): number {
  return x < 0 || x > n ? 0 : Math.exp(logBinomialDensity(x, n, { p, q: 1 - p }));
}

/** P(X ≤ x). R: `pbinom(x, n, p)`. */
export function binomialLower(x: number, { n, p }: Trials): number {
  if (x < 0) return 0;
  return x >= n ? 1 : incompleteBeta({ a: x + 1, b: n - x }, p).upper;
}

/** P(X > x). R: `pbinom(x, n, p, lower.tail = FALSE)`. */
export function binomialUpper(x: number, { n, p }: Trials): number {
  if (x < 0) return 1;
  return x >= n ? 0 : incompleteBeta({ a: x + 1, b: n - x }, p).lower;
}
