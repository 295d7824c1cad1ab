import { dateText } from "../../../crf/partial-date";
import { useEntryState } from "../entry-state";
import { diameterBefore, diameterSum, previousVisit, type Visit } from "../lesions";
import type { TypedRow } from "../typed-content";
import classes from "./group-control.module.css";

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

function usePrevious(): Visit | null {
  const { visits, typed, stored } = useEntryState();
  return previousVisit(visits, {
    line: textOf(typed.values.line),
    date: textOf(typed.values.date),
    entryId: stored?.entryId ?? null,
  });
}

/** The diameter of a lesion at the assessment before, by its label. */
export function usePreviousDiameter(label: string): number | null {
  return diameterBefore(usePrevious(), label);
}

/** The sum of the diameters typed, beside the sum of the assessment before. */
export function LesionSum({ rows }: { readonly rows: readonly TypedRow[] }) {
  const previous = usePrevious();
  if (rows.length === 0) return null;
  const now = diameterSum(rows);
  const before = previous && previous.lesions.length > 0 ? diameterSum(previous.lesions) : null;
  return (
    <p className={classes.sum}>
      Sum of diameters: <strong>{now.measured === 0 ? "not measured yet" : `${now.sumMm} mm`}</strong>
      {now.measured > 0 && now.measured < now.lesions && ` (${now.measured} of ${now.lesions} measured)`}
      {before && previous && ` · ${dateText(previous.date)}: ${before.sumMm} mm`}
      {before && now.measured === now.lesions && before.sumMm > 0 && ` (${change(now.sumMm, before.sumMm)})`}
    </p>
  );
}

function change(now: number, before: number): string {
  const percent = Math.round((100 * (now - before)) / before);
  return `${percent > 0 ? "+" : percent < 0 ? "−" : ""}${Math.abs(percent)} %`;
}
