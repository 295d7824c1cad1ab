import { normalOfLevel } from "./distributions/normal";
import { checkLevel, InputError } from "./input-error";
import type { SurvivalCurve } from "./kaplan-meier";
import { type IntervalType, limitsAt } from "./survival-limits";

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
  column: (row: number) => number | null,
  height: number,
): number | null {
  let row = 0;
  for (; row < time.length; row += 1) if ((column(row) ?? Infinity) < height + tolerance) break;
  const [start, level] = [time[row], column(row)];
  if (start === undefined || level === null) return null;
  if (Math.abs(level - height) >= tolerance) return start;
  for (let later = row + 1; later < time.length; later += 1)
    if ((column(later) ?? Infinity) < level) return (start + (time[later] ?? start)) / 2;
  return start;
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
  checkLevel(level);
  const z = normalOfLevel(level);
  const limits = (row: number) => {
    const se = curve.standardErrorLog[row] ?? null;
    return limitsAt(curve.survival[row] ?? 0, se === null ? null : z * se, type);
  };
  return {
    value: crossing(curve.time, (row) => curve.survival[row] ?? null, 1 - p),
    lower: crossing(curve.time, (row) => limits(row).lower, 1 - p),
    upper: crossing(curve.time, (row) => limits(row).upper, 1 - p),
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
