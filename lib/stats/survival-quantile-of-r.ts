import type { SurvivalCurve } from "./kaplan-meier";
import type { SurvivalQuantile } from "./survival-quantile";
import { type IntervalType, survivalLimits } from "./survival-limits";

const tolerance = Math.sqrt(Number.EPSILON);

/**
 * Quantiles of survival as R's `quantile(survfit(…))` gives them; a report uses `survivalQuantile`, which follows `summary()$table`.
 *
 * The two differ where a limit rises again after it crossed (R takes the smallest value at or beyond the crossing, wherever it stands)
 * and where the curve is level at 1 − p to its end (R takes the middle of the level stretch and the last time).
 */
export function survivalQuantileOfR(
  curve: SurvivalCurve,
  p: number,
  { type, level = 0.95 }: { readonly type: IntervalType; readonly level?: number },
): SurvivalQuantile {
  const limits = survivalLimits(curve, type, level);
  return {
    value: reached(curve.time, curve.survival, p),
    lower: reached(curve.time, limits.lower, p),
    upper: reached(curve.time, limits.upper, p),
  };
}

type Point = { readonly x: number; readonly y: number | null };

function reached(time: readonly number[], column: readonly (number | null)[], p: number): number | null {
  const points: Point[] = [{ x: 0, y: 0 }];
  const seen = new Set<number | null>([0]);
  time.forEach((x, row) => {
    const survival = column[row] ?? null;
    const y = survival === null ? null : 1 - survival;
    if (!seen.has(y)) points.push({ x, y });
    seen.add(y);
  });
  const last = points.at(-1);
  const known = points
    .flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]))
    .sort((one, other) => one.y - other.y);
  const first = known.find(({ y }) => y + tolerance >= p);
  const beyond = known.find(({ y }) => y - tolerance >= p);
  const flatToEnd = last?.y !== null && last !== undefined && Math.abs(p - last.y) < tolerance;
  if (first && flatToEnd) return (first.x + (time.at(-1) ?? 0)) / 2;
  return first && beyond ? (first.x + beyond.x) / 2 : null;
}
