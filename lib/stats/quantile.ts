import { InputError, checkNumbers } from "./input-error";

/**
 * A sample quantile by Hyndman and Fan's (1996) type 7, R's default, or type 2, SAS's. R: `quantile(values, p, type = type)`.
 *
 * Type 7 interpolates at 1 + (n − 1)·p; type 2 takes the value at ⌈n·p⌉, averaged with the next where n·p is whole. Nobody gives null.
 * Throws InputError for a value that is not a finite number, or p outside 0 to 1.
 */
export function quantile(values: ArrayLike<number>, p: number, type: 2 | 7 = 7): number | null {
  checkNumbers(values);
  if (!(p >= 0 && p <= 1)) throw new InputError("p", null, `must lie between 0 and 1, not ${p}`);
  const n = values.length;
  if (n === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const at = (index: number) => sorted[Math.min(Math.max(index, 0), n - 1)] ?? 0;
  const fuzz = 4 * Number.EPSILON;
  const exact = type === 7 ? (n - 1) * p : n * p;
  const whole = Math.floor(exact + fuzz);
  const rest = Math.abs(exact - whole) < fuzz ? 0 : exact - whole;
  if (type === 7) return rest === 0 ? at(whole) : at(whole) + rest * (at(whole + 1) - at(whole));
  return rest === 0 ? (at(whole - 1) + at(whole)) / 2 : at(whole);
}

/** The middle value, or the mean of the two middle ones; null for nobody. R: `median`. */
export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}
