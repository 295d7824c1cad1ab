import { normalOfLevel } from "./distributions/normal";
import { checkLevel, checkTimes } from "./input-error";
import type { SurvivalCurve } from "./kaplan-meier";
import { type IntervalType, limitsAt } from "./survival-limits";

export type SurvivalAt = {
  readonly time: number;
  readonly atRisk: number;
  readonly survival: number;
  /** The standard error of S(t) itself, S·se(ln S); null where S is 0. */
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/**
 * Survival at given times. R: `summary(survfit(…), times = at, extend = TRUE)`.
 *
 * Number at risk: those with a time of `at` or later. Before the first time S is 1 with limits 1 and 1; beyond the last the curve goes on
 * level with nobody at risk. Limits as in `survivalLimits`.
 */
export function survivalAt(
  curve: SurvivalCurve,
  at: readonly number[],
  { type = "log-log", level = 0.95 }: { readonly type?: IntervalType; readonly level?: number } = {},
): SurvivalAt[] {
  checkLevel(level);
  checkTimes(at, "at");
  const z = normalOfLevel(level);
  return at.map((time) => {
    const next = curve.time.findIndex((value) => value >= time);
    const atRisk = next === -1 ? 0 : (curve.atRisk[next] ?? 0);
    const row = curve.time.findLastIndex((value) => value <= time);
    if (row === -1) return { time, atRisk, survival: 1, standardError: 0, lower: 1, upper: 1 };
    const survival = curve.survival[row] ?? 1;
    const se = curve.standardErrorLog[row] ?? null;
    const standardError = se === null ? null : survival * se;
    return {
      time,
      atRisk,
      survival,
      standardError,
      ...limitsAt(survival, se === null ? null : z * se, type),
    };
  });
}
