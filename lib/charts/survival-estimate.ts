import { kaplanMeier } from "../stats/kaplan-meier";
import { medianSurvival } from "../stats/survival-quantile";
import { numberAtRisk } from "../stats/number-at-risk";
import { survivalLimits } from "../stats/survival-limits";
import type { StepCurve, StepLimits } from "./survival-steps";

/** One group of a survival figure: a time in months and an event or censoring for each patient. */
export type SurvivalGroup = {
  readonly label: string;
  readonly subjects: readonly { readonly months: number; readonly event: 0 | 1 }[];
};

export type Median = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** A group with everything a figure draws of it. */
export type GroupEstimate = {
  readonly label: string;
  readonly n: number;
  readonly events: number;
  readonly curve: StepCurve;
  readonly limits: StepLimits;
  readonly median: Median;
  readonly longest: number;
  readonly atRisk: (ticks: readonly number[]) => readonly number[];
};

/** The Kaplan–Meier estimate of a group with its 95 % log-log limits. */
export function groupEstimate({ label, subjects }: SurvivalGroup): GroupEstimate {
  const times = subjects.map((subject) => subject.months);
  const curve = kaplanMeier(
    times,
    subjects.map((subject) => subject.event),
  );
  return {
    label,
    n: subjects.length,
    events: subjects.filter((subject) => subject.event === 1).length,
    curve,
    limits: survivalLimits(curve, "log-log", 0.95),
    median: medianSurvival(curve, "log-log", 0.95),
    longest: Math.max(0, ...times),
    atRisk: (ticks) => numberAtRisk(times, [...ticks]),
  };
}
