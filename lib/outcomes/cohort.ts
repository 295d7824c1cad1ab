import type { PatientOutcome, SubsequentLine } from "./patient-outcome";
import type { PatientRef } from "./study-report";

/** A cohort member: a patient who passed every criterion, and so has an index line. */
export type Member = PatientOutcome & { readonly index: NonNullable<PatientOutcome["index"]> };

/** A cohort member who was treated further. */
export type TreatedMember = Member & { readonly subsequent: SubsequentLine };

/** A patient as figures name them. */
export function refOf({ patientId, pseudonym, sourceId }: PatientOutcome): PatientRef {
  return { id: patientId, pseudonym, sourceId };
}

/** The patients of the resistance cohort. */
export function cohortOf(outcomes: readonly PatientOutcome[]): Member[] {
  return outcomes.filter((outcome): outcome is Member => outcome.included && outcome.index !== null);
}

/** Those of the cohort who had a subsequent systemic line. */
export function treatedOf(cohort: readonly Member[]): TreatedMember[] {
  return cohort.filter((member): member is TreatedMember => member.subsequent !== null);
}

/** The time to one endpoint of one line of a patient, where it could be derived. */
export function timeOf(outcome: PatientOutcome, endpoint: string, line: number) {
  return outcome.timesToEvent.find((row) => row.endpoint === endpoint && row.line === line);
}
