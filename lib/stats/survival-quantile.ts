import { InputError } from "./input-error";
import type { SurvivalCurve } from "./kaplan-meier";
import { type IntervalType, survivalLimits } from "./survival-limits";

/** A time with its confidence limits; null where the curve, or its limit, does not come down so far: "not reached". */
export type SurvivalQuantile = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

type QuantileOptions = { readonly type?: IntervalType; readonly level?: number };

const tolerance = Math.sqrt(Number.EPSILON);

/** The first time at which a column is at or below a height, or the middle of its stretch where it stands at that height and falls later. */
function crossing(
  time: readonly number[],
  column: readonly (number | null)[],
  height: number,
): number | null {
  const first = column.findIndex((value) => value !== null && value < height + tolerance);
  const level = column[first] ?? null;
  const start = time[first];
  if (level === null || start === undefined) return null;
  if (Math.abs(level - height) >= tolerance) return start;
  const later = column.findIndex((value, row) => row > first && value !== null && value < level);
  const end = time[later];
  return end === undefined ? start : (start + end) / 2;
}

/**
 * The time by which a fraction p has had the event, with the limits of Brookmeyer and Crowley (1982): the times at which the
 * pointwise limits of S(t) come down to 1 − p.
 *
 * Convention of R's `summary(survfit)$table`: the first time with S ≤ 1 − p; where S stands at exactly 1 − p (within √ε) and falls
 * later, the middle of that stretch. R's `quantile.survfit`, which differs in two cases, is `survivalQuantileOfR`.
 * Nobody, or a curve that never comes down so far, gives null.
 */
export function survivalQuantile(
  curve: SurvivalCurve,
  p: number,
  options: QuantileOptions = {},
): SurvivalQuantile {
  if (!(p > 0 && p < 1)) throw new InputError("p", null, `must lie between 0 and 1, not ${p}`);
  const { type = "log-log", level = 0.95 } = options;
  const limits = survivalLimits(curve, type, level);
  return {
    value: crossing(curve.time, curve.survival, 1 - p),
    lower: crossing(curve.time, limits.lower, 1 - p),
    upper: crossing(curve.time, limits.upper, 1 - p),
  };
}

/** Median survival with its limits. R: `summary(survfit(…, conf.type = type))$table[c("median", "0.95LCL", "0.95UCL")]`. */
export function medianSurvival(
  curve: SurvivalCurve,
  type: IntervalType = "log-log",
  level = 0.95,
): SurvivalQuantile {
  return survivalQuantile(curve, 0.5, { type, level });
}
