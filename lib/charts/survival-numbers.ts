import { monthTicks } from "./month-ticks";
import type { GroupEstimate } from "./survival-estimate";

export type SurvivalNumber = {
  readonly month: number;
  readonly atRisk: number;
  /** Survival just after the month, with its limits; null where nobody was followed so far. */
  readonly survival: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** A curve as numbers at the ticks of its axis, for those who read rather than look. */
export function survivalNumbers(estimate: GroupEstimate): SurvivalNumber[] {
  const ticks = monthTicks(estimate.longest, 9);
  const atRisk = estimate.atRisk(ticks);
  return ticks.map((month, index) => ({ month, atRisk: atRisk[index] ?? 0, ...levelAt(estimate, month) }));
}

function levelAt({ curve, limits, longest }: GroupEstimate, month: number) {
  if (month > longest) return { survival: null, lower: null, upper: null };
  const row = curve.time.findLastIndex((time) => time <= month);
  if (row < 0) return { survival: 1, lower: null, upper: null };
  return {
    survival: curve.survival[row] ?? null,
    lower: limits.lower[row] ?? null,
    upper: limits.upper[row] ?? null,
  };
}
