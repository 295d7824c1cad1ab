import { type ProportionLimits, checkProportion } from "./clopper-pearson";
import { normalOfLevel } from "./distributions/normal";
import { checkLevel } from "./input-error";

/**
 * Wilson's score limits of a proportion (Wilson 1927). R: `prop.test(successes, n, correct = FALSE)$conf.int`.
 *
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). Of nobody (n = 0): 0 to 1.
 */
export function wilson(successes: number, n: number, level = 0.95): ProportionLimits {
  checkProportion(successes, n);
  checkLevel(level);
  if (n === 0) return { lower: 0, upper: 1 };
  const z = normalOfLevel(level);
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const divisor = 1 + (z * z) / n;
  return {
    lower: successes === 0 ? 0 : (share * share) / (centre + spread),
    upper: successes === n ? 1 : (centre + spread) / divisor,
  };
}
