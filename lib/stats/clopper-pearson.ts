import { betaQuantile } from "./distributions/beta";
import { InputError, checkCount, checkLevel } from "./input-error";

export type ProportionLimits = { readonly lower: number; readonly upper: number };

/** Refuses successes and trials that are not whole numbers with 0 ≤ successes ≤ n. */
export function checkProportion(successes: number, n: number): void {
  checkCount(n, "n");
  checkCount(successes, "successes");
  if (successes > n) throw new InputError("successes", null, `${successes} of ${n} is more than all`);
}

/**
 * Exact confidence limits of a proportion (Clopper and Pearson 1934). R: `binom.test(successes, n, conf.level = level)$conf.int`.
 *
 * Quantiles (1 − level)/2 of beta(x, n − x + 1) and 1 − (1 − level)/2 of beta(x + 1, n − x). Of nobody (n = 0): 0 to 1.
 * Throws InputError where the counts are not whole numbers with 0 ≤ successes ≤ n.
 */
export function clopperPearson(successes: number, n: number, level = 0.95): ProportionLimits {
  checkProportion(successes, n);
  checkLevel(level);
  const tail = (1 - level) / 2;
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    upper: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  };
}
