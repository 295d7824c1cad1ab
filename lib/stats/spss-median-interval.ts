import { normalOfLevel } from "./distributions/normal";
import { checkLevel } from "./input-error";
import type { SurvivalCurve } from "./kaplan-meier";

export type SpssMedianInterval = {
  readonly median: number | null;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** How far a survival may miss 0.55 or 0.45 by rounding and still count as reaching it. */
const tolerance = Math.sqrt(Number.EPSILON);

/**
 * Median survival ± z·SE, as SPSS prints it, with SE = SE(S(median)) / f and f = (S(u) − S(l)) / (l − u), where u is the last event time
 * with S ≥ 0.55, l the first with S ≤ 0.45 and SE(S) Greenwood's (Collett, "Modelling Survival Data in Medical Research", section 2.4).
 *
 * The median is the first event time with S ≤ 0.5 (SPSS takes no midpoint). Where the median is not reached everything is null; where u
 * or l does not exist, or S is 0 at the median, the interval is null: not estimable. A lower limit may be negative.
 */
export function spssMedianInterval(curve: SurvivalCurve, level = 0.95): SpssMedianInterval {
  checkLevel(level);
  const rows = curve.time.flatMap((time, row) => {
    const [survival, events] = [curve.survival[row], curve.events[row]];
    const seLog = curve.standardErrorLog[row] ?? null;
    return survival !== undefined && events ? [{ time, survival, seLog }] : [];
  });
  const at = rows.find(({ survival }) => survival <= 0.5 + tolerance);
  const before = rows.findLast(({ survival }) => survival >= 0.55 - tolerance);
  const after = rows.find(({ survival }) => survival <= 0.45 + tolerance);
  const median = at?.time ?? null;
  if (!at || !before || !after || at.seLog === null)
    return { median, standardError: null, lower: null, upper: null };
  const slope = (before.survival - after.survival) / (after.time - before.time);
  const standardError = (at.survival * at.seLog) / slope;
  const spread = normalOfLevel(level) * standardError;
  return { median: at.time, standardError, lower: at.time - spread, upper: at.time + spread };
}
