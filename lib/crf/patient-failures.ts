import { type PatientCheck, violates } from "./check";

export type CheckedEntry = {
  readonly id: string;
  readonly form: string;
  readonly values: Readonly<Record<string, unknown>>;
};

export type PatientFailure = {
  readonly check: string;
  readonly severity: "hard" | "soft";
  /** The field of the entry in hand at which the failure is shown. */
  readonly field: string;
  readonly message: string;
  readonly other: string;
};

/** The checks between forms that an entry fails against the patient's other entries, whichever side of the check it stands on. */
export function patientFailures(
  checks: readonly PatientCheck[],
  entry: CheckedEntry,
  others: readonly CheckedEntry[],
): PatientFailure[] {
  const rest = others.filter((other) => other.id !== entry.id);
  return checks.flatMap((check) => [
    ...(check.form === entry.form
      ? rest.filter((other) => fails(check, entry, other)).map((other) => failure(check, check.field, other))
      : []),
    ...(check.than.form === entry.form
      ? rest
          .filter((other) => fails(check, other, entry))
          .map((other) => failure(check, check.than.field, other))
      : []),
  ]);
}

function fails(check: PatientCheck, left: CheckedEntry, right: CheckedEntry): boolean {
  if (left.form !== check.form || right.form !== check.than.form) return false;
  if (
    check.startingBefore &&
    !violates(left.values[check.startingBefore], "before", right.values[check.startingBefore])
  )
    return false;
  return violates(left.values[check.field], check.not, right.values[check.than.field]);
}

function failure(check: PatientCheck, field: string, other: CheckedEntry): PatientFailure {
  return { check: check.id, severity: check.severity, field, message: check.message, other: other.id };
}
