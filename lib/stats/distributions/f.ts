import { incompleteBeta } from "./beta";

/** P(F > f) for Fisher's F with two degrees of freedom. R: `pf(f, d1, d2, lower.tail = FALSE)`. */
export function fUpper(f: number, degrees: { readonly d1: number; readonly d2: number }): number {
  const { d1, d2 } = degrees;
  if (f <= 0) return 1;
  const total = d2 + d1 * f;
  return incompleteBeta({ a: d2 / 2, b: d1 / 2 }, d2 / total, (d1 * f) / total).lower;
}
