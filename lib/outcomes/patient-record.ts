import type { FormValues } from "../crf/forms";

/** One completed entry as the derivation reads it: values in their canonical units, absent ones null. */
export type RecordEntry<V> = {
  readonly id: string;
  readonly sourceId: string | null;
  readonly values: V;
};

/** Everything the registry holds of one patient that is complete: the only input of a derivation. Drafts and removed entries are not in it. */
export type PatientRecord = {
  readonly patientId: string;
  readonly pseudonym: string;
  readonly sourceId: string | null;
  readonly site: string;
  readonly enrolment: RecordEntry<FormValues["enrolment"]>;
  readonly diagnosis: RecordEntry<FormValues["diagnosis"]> | null;
  readonly therapies: readonly RecordEntry<FormValues["therapy"]>[];
  readonly risks: readonly RecordEntry<FormValues["risk"]>[];
  readonly assessments: readonly RecordEntry<FormValues["assessment"]>[];
  readonly followUps: readonly RecordEntry<FormValues["follow-up"]>[];
};
