import { InputError } from "../input-error";
import { halfLogTwoPi } from "./log-gamma";
import { increasingRoot } from "./root";

const logDensity = (z: number) => -0.5 * z * z - halfLogTwoPi;

/** Φ(z) − ½ for small |z|: φ(z)·(z + z³/3 + z⁵/15 + …). */
function centralPart(z: number): number {
  let [term, sum] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return Math.exp(logDensity(z)) * sum;
}

/** Mills' ratio (1 − Φ(z))/φ(z) for z ≥ 2: Laplace's continued fraction, from its end. */
function millsRatio(z: number): number {
  const depth = Math.ceil(40 + 900 / (z * z));
  let value = z;
  for (let k = depth; k >= 1; k -= 1) value = z + k / value;
  return 1 / value;
}

/** e^(−z²/2)/√2π with z² taken in two parts, so that far tails keep their digits (Cody 1969). */
function density(z: number): number {
  const rough = Math.trunc(z * 16) / 16;
  return Math.exp(-0.5 * rough * rough) * Math.exp(-0.5 * (z - rough) * (z + rough) - halfLogTwoPi);
}

/** P(Z > z). R: `pnorm(z, lower.tail = FALSE)`. Relative error below 1e-14 to the end of the double range. */
export function normalUpper(z: number): number {
  if (Math.abs(z) < 2) return 0.5 - centralPart(z);
  return z > 0 ? density(z) * millsRatio(z) : 1 - normalUpper(-z);
}

/** P(Z ≤ z). R: `pnorm(z)`. */
export function normalLower(z: number): number {
  return normalUpper(-z);
}

/** ln P(Z ≤ z), finite for every finite z. R: `pnorm(z, log.p = TRUE)`. */
export function normalLogLower(z: number): number {
  if (z <= -2) return logDensity(z) + Math.log(millsRatio(-z));
  return z < 0 ? Math.log(normalLower(z)) : Math.log1p(-normalUpper(z));
}

/**
 * The z with P(Z ≤ z) = p, for 0 < p < 1. R: `qnorm`. Newton's method on the logarithm of the nearer tail,
 * or on Φ − ½ between the quartiles, so that it is as exact as the tail itself.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new InputError("p", null, `must lie between 0 and 1, not ${p}`);
  if (p >= 0.75) return -tailQuantile(1 - p);
  if (p <= 0.25) return tailQuantile(p);
  const target = p - 0.5;
  return increasingRoot({
    at: (z) => ({ value: centralPart(z) - target, slope: Math.exp(logDensity(z)) }),
    low: -1,
    high: 1,
    start: target * 2.5,
  });
}

function tailQuantile(p: number): number {
  const target = Math.log(p);
  return increasingRoot({
    at: (z) => {
      const log = normalLogLower(z);
      return { value: log - target, slope: Math.exp(logDensity(z) - log) };
    },
    low: -40,
    high: 0,
    start: -Math.sqrt(Math.max(0.45, -2 * target - Math.log(Math.max(1, -4 * Math.PI * target)))),
  });
}

/** The z of a two-sided confidence level: 1.959964 for 0.95. */
export function normalOfLevel(level: number): number {
  return normalQuantile(1 - (1 - level) / 2);
}
