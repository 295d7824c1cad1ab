import type { Condition } from "./condition";
import { holds } from "./condition";
import { dateBounds, isPartialDate } from "./partial-date";

/** An edit check between two values of one form, or a value and today. Data, so that codebook and exports can print it. */
export type Check = {
  readonly id: string;
  readonly severity: "hard" | "soft";
  /** The field at which a failure is shown. */
  readonly field: string;
  readonly not: Comparison;
  readonly than: { readonly field: string } | { readonly today: true };
  readonly when?: Condition;
  readonly message: string;
};

export type Comparison = "before" | "after" | "below" | "above" | "other than";

/** A check between fields of two forms of one patient, stated once and run whichever of the two is saved. */
export type PatientCheck = {
  readonly id: string;
  readonly severity: "hard" | "soft";
  readonly form: string;
  readonly field: string;
  readonly not: "before" | "after";
  readonly than: { readonly form: string; readonly field: string };
  /** The check concerns only an entry whose date of this name is earlier than the other's (overlapping lines). */
  readonly startingBefore?: string;
  readonly message: string;
};

export type Failure = {
  readonly check: string;
  readonly severity: "hard" | "soft";
  readonly field: string;
  readonly message: string;
};

/**
 * True when the comparison is violated for every completion of two partial dates; false when either is absent.
 * Numbers compare as numbers.
 */
export function violates(left: unknown, comparison: Comparison, right: unknown): boolean {
  if (typeof left === "number" && typeof right === "number") {
    if (comparison === "below") return left < right;
    if (comparison === "above") return left > right;
    return comparison === "other than" && left !== right;
  }
  if (typeof left !== "string" || typeof right !== "string" || !isPartialDate(left) || !isPartialDate(right))
    return false;
  const [a, b] = [dateBounds(left), dateBounds(right)];
  if (comparison === "before") return a.latest < b.earliest;
  if (comparison === "after") return a.earliest > b.latest;
  return comparison === "other than" && (a.latest < b.earliest || a.earliest > b.latest);
}

/** The checks of a form that its values fail. `today` is an ISO date. */
export function failures(
  checks: readonly Check[],
  values: Readonly<Record<string, unknown>>,
  today: string,
): Failure[] {
  return checks
    .filter((check) => holds(check.when, values))
    .filter((check) =>
      violates(values[check.field], check.not, "today" in check.than ? today : values[check.than.field]),
    )
    .map((check) => ({
      check: check.id,
      severity: check.severity,
      field: check.field,
      message: check.message,
    }));
}
