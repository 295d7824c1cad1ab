import { halfLogTwoPi, stirlingError } from "./log-gamma";

/** x·ln(x/m) + m − x without cancellation where x is near m (Loader 2000, "bd0"). */
export function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let k = 3; ; k += 2) {
    term *= ratio * ratio;
    const next = sum + term / k;
    if (!(Math.abs(next - sum) > 0)) return next;
    sum = next;
  }
}

/** ln of the Poisson probability e^−m·m^x / Γ(x+1) at a real x ≥ 0 (Loader's saddle point). */
export function logPoissonDensity(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 0 : -Infinity;
  if (x === 0) return -mean;
  return -stirlingError(x) - deviance(x, mean) - halfLogTwoPi - 0.5 * Math.log(x);
}

/** ln of the binomial probability of x in n at a real x, given p and 1 − p apart (Loader's saddle point). R: `dbinom(log = TRUE)`. */
export function logBinomialDensity(
  x: number,
  n: number,
  odds: { readonly p: number; readonly q: number },
): number {
  const { p, q } = odds;
  if (p === 0) return x === 0 ? 0 : -Infinity;
  if (q === 0) return x === n ? 0 : -Infinity;
  if (x === 0) return q > 0.5 ? n * Math.log1p(-p) : n * Math.log(q);
  if (x === n) return p > 0.5 ? n * Math.log1p(-q) : n * Math.log(p);
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q);
  return exponent - halfLogTwoPi - 0.5 * (Math.log(x) + Math.log((n - x) / n));
}
