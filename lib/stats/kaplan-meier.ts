import { type SurvivalCounts, survivalCounts } from "./survival-counts";

/** A survival curve: aligned columns with one row for each distinct time, an event or a censoring. */
export type SurvivalCurve = SurvivalCounts & {
  /** S(t) just after each time. */
  readonly survival: readonly number[];
  /** Greenwood's standard error of ln S(t); null where S(t) is 0 (R: Inf). */
  readonly standardErrorLog: readonly (number | null)[];
  /** Nelson–Aalen's cumulative hazard. */
  readonly cumulativeHazard: readonly number[];
  /** The standard error of the cumulative hazard, √Σ d/n². */
  readonly standardErrorHazard: readonly number[];
};

/**
 * The product-limit estimate of survival. R: `survfit(Surv(time, event) ~ 1)`.
 *
 * S(t) = Π (1 − d/n) over event times up to t (Kaplan and Meier 1958); SE of ln S(t) = √Σ d/(n(n−d)) (Greenwood 1926);
 * cumulative hazard Σ d/n with variance Σ d/n² (Nelson 1972, Aalen 1978). Times in any one unit, 0 or more; a subject censored
 * at an event time is at risk at it; times within 1.49e-8 of each other, relative to their mean, are tied (R's timefix).
 * Nobody gives a curve without rows. Throws InputError naming the row for a negative or missing time, an event other than
 * 0 or 1, or columns of different lengths.
 */
export function kaplanMeier(times: ArrayLike<number>, events: ArrayLike<number>): SurvivalCurve {
  return curveOf(survivalCounts(times, events));
}

/** The product-limit estimate of a sample already counted by time. */
export function curveOf(counts: SurvivalCounts): SurvivalCurve {
  const survival: number[] = [];
  const standardErrorLog: (number | null)[] = [];
  const cumulativeHazard: number[] = [];
  const standardErrorHazard: number[] = [];
  let [level, greenwood, hazard, variance] = [1, 0, 0, 0];
  counts.atRisk.forEach((atRisk, row) => {
    const died = counts.events[row] ?? 0;
    if (died > 0) {
      level *= (atRisk - died) / atRisk;
      greenwood += died / (atRisk * (atRisk - died));
      hazard += died / atRisk;
      variance += died / (atRisk * atRisk);
    }
    survival.push(level);
    standardErrorLog.push(level === 0 ? null : Math.sqrt(greenwood));
    cumulativeHazard.push(hazard);
    standardErrorHazard.push(Math.sqrt(variance));
  });
  return { ...counts, survival, standardErrorLog, cumulativeHazard, standardErrorHazard };
}
