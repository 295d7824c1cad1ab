import { logPoissonDensity } from "./saddle-point";

/** Both tails of a distribution, each to its own last digits. */
export type Tails = { readonly lower: number; readonly upper: number };

/** The regularised incomplete gamma functions P(a, x) and Q(a, x): series below a + 1, Lentz's continued fraction above. R: `pgamma`. */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const prefactor = Math.exp(logPoissonDensity(a, x));
  if (x < a + 1) {
    let [sum, term] = [1, 1];
    for (let k = 1; term > 1e-17 * sum; k += 1) {
      term *= x / (a + k);
      sum += term;
    }
    const lower = prefactor * sum;
    return { lower, upper: 1 - lower };
  }
  const upper = prefactor * a * gammaFraction(a, x);
  return { lower: 1 - upper, upper };
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 100_000; k += 1) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b || 1e-300);
    c = b + numerator / c || 1e-300;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}
