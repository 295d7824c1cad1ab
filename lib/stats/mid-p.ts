import { type ProportionLimits, checkProportion } from "./clopper-pearson";
import { binomialLower, binomialProbability, binomialUpper } from "./distributions/binomial";
import { increasingRoot } from "./distributions/root";
import { checkLevel } from "./input-error";

/**
 * Mid-p limits of a proportion (Lancaster 1961; Berry and Armitage 1995): the probabilities p at which P(X > x) + ½·P(X = x), for the
 * lower, and P(X < x) + ½·P(X = x), for the upper limit, equal (1 − level)/2. R: `exactci::binom.exact(midp = TRUE)`.
 * With no success the lower limit is 0, with nothing but success the upper is 1; of nobody (n = 0): 0 to 1.
 */
export function midP(successes: number, n: number, level = 0.95): ProportionLimits {
  checkProportion(successes, n);
  checkLevel(level);
  const tail = (1 - level) / 2;
  const upperTail = (p: number) =>
    binomialUpper(successes, { n, p }) + 0.5 * binomialProbability(successes, { n, p });
  const lowerTail = (p: number) =>
    binomialLower(successes - 1, { n, p }) + 0.5 * binomialProbability(successes, { n, p });
  return {
    lower: successes === 0 ? 0 : probabilityWhere((p) => upperTail(p) - tail),
    upper: successes === n ? 1 : probabilityWhere((p) => tail - lowerTail(p)),
  };
}

/** The zero between 0 and 1 of an increasing function: bisection, since its slope is not at hand. */
function probabilityWhere(value: (p: number) => number): number {
  return increasingRoot({
    at: (p) => ({ value: value(p), slope: 0 }),
    low: 0,
    high: 1,
    start: 0.5,
  });
}
