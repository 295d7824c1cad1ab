import { incompleteBeta } from "./beta";

/** P(T > t) for Student's t with df degrees of freedom, df any positive number. R: `pt(t, df, lower.tail = FALSE)`. */
export function studentUpper(t: number, df: number): number {
  const square = t * t;
  const [x, y] = [df / (df + square), square / (df + square)];
  const { lower, upper } = incompleteBeta({ a: df / 2, b: 0.5 }, x, y);
  return t >= 0 ? lower / 2 : 0.5 + upper / 2;
}

/** P(T ≤ t). R: `pt(t, df)`. */
export function studentLower(t: number, df: number): number {
  return studentUpper(-t, df);
}
