import { InputError } from "../input-error";
import { incompleteGamma } from "./gamma";
import { increasingRoot } from "./root";
import { logPoissonDensity } from "./saddle-point";
import { normalQuantile } from "./normal";

/** P(X > x) for χ² with df degrees of freedom; far tails keep their digits. R: `pchisq(x, df, lower.tail = FALSE)`. */
export function chiSquaredUpper(x: number, df: number): number {
  return df === 0 ? (x > 0 ? 0 : 1) : incompleteGamma(df / 2, x / 2).upper;
}

/** P(X ≤ x). R: `pchisq(x, df)`. */
export function chiSquaredLower(x: number, df: number): number {
  return df === 0 ? (x >= 0 ? 1 : 0) : incompleteGamma(df / 2, x / 2).lower;
}

/** ln P(X > x), finite where the tail itself has run out of doubles. R: `pchisq(x, df, lower.tail = FALSE, log.p = TRUE)`. */
export function chiSquaredLogUpper(x: number, df: number): number {
  const upper = chiSquaredUpper(x, df);
  if (upper > 0.5) return Math.log1p(-chiSquaredLower(x, df));
  if (upper > 1e-290) return Math.log(upper);
  const [a, y] = [df / 2, x / 2];
  return logPoissonDensity(a, y) + Math.log(a) - Math.log(y - a + 1) + Math.log(asymptoticTail(a, y));
}

/** Q(a, y)·(y − a + 1) / (e^−y·y^a / Γ(a)) for y far above a. */
function asymptoticTail(a: number, y: number): number {
  let fraction = 0;
  for (let k = 400; k >= 1; k -= 1) fraction = (k * (k - a)) / (y + 2 * k + 1 - a - fraction);
  return (y - a + 1) / (y - a + 1 - fraction);
}

/** The x with P(X ≤ x) = p, for 0 < p < 1: Newton's method on ln x and the logarithm of the nearer tail. R: `qchisq(p, df)`. */
export function chiSquaredQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new InputError("p", null, `must lie between 0 and 1, not ${p}`);
  const z = normalQuantile(p);
  const cube = 1 - 2 / (9 * df) + z * Math.sqrt(2 / (9 * df));
  const logLowest = (Math.log(p) + logGammaHalf(df)) * (2 / df);
  const start = cube > 0.1 ? Math.log(df) + 3 * Math.log(cube) : logLowest;
  const below = p <= 0.5;
  const target = Math.log(below ? p : 1 - p);
  const root = increasingRoot({
    at: (logX) => {
      const x = Math.exp(logX);
      const { lower, upper } = incompleteGamma(df / 2, x / 2);
      const slope = Math.exp(logPoissonDensity(df / 2, x / 2)) * (df / 2);
      return below
        ? { value: Math.log(lower) - target, slope: slope / lower }
        : { value: target - Math.log(upper), slope: slope / upper };
    },
    low: Math.min(logLowest, start) - 5,
    high: Math.log(df + 1500 + 80 * Math.sqrt(df)),
    start,
  });
  return Math.exp(root);
}

/** ln of 2^(df/2)·Γ(df/2 + 1), the divisor of the first term of the lower tail. */
function logGammaHalf(df: number): number {
  const a = df / 2;
  return -logPoissonDensity(a, 1) - 1 + a * Math.LN2;
}
