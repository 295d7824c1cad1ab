import type { Reader } from "../../db/client";
import { type FormId, type FormValues, formById } from "../crf/forms";
import { canonicalValues } from "../crf/units";
import type { PatientRecord, RecordEntry } from "../outcomes/patient-record";
import type { Entry } from "./entry";
import { entriesOfPatients, patientEntries } from "./read";

/** What the derivation reads of a patient: the complete entries in canonical units. The enrolment counts from its first save. */
export async function patientRecord(read: Reader, patientId: string): Promise<PatientRecord> {
  return recordOf(await patientEntries(read, patientId));
}

/** What the derivation reads of some patients. */
export async function patientRecords(read: Reader, patientIds: readonly string[]): Promise<PatientRecord[]> {
  const entries = await entriesOfPatients(read, patientIds);
  return patientIds.flatMap((id) => {
    const own = entries.get(id);
    return own ? [recordOf(own)] : [];
  });
}

/** A patient's record from the patient's entries. */
export function recordOf(entries: readonly Entry[]): PatientRecord {
  const enrolment = entries.find((entry) => entry.form === "enrolment");
  if (!enrolment) throw new Error("a patient without an enrolment");
  const values = enrolment.content.values;
  const complete = <K extends FormId>(form: K): RecordEntry<FormValues[K]>[] =>
    entries
      .filter((entry) => entry.form === form && entry.state === "complete")
      .map((entry) => recordEntry(form, entry));
  return {
    patientId: enrolment.patientId,
    pseudonym: String(values.pseudonym),
    sourceId: enrolment.sourceId,
    site: String(values.site),
    enrolment: recordEntry("enrolment", enrolment),
    diagnosis: complete("diagnosis")[0] ?? null,
    therapies: complete("therapy"),
    risks: complete("risk"),
    assessments: complete("assessment"),
    followUps: complete("follow-up"),
  };
}

function recordEntry<K extends FormId>(form: K, entry: Entry): RecordEntry<FormValues[K]> {
  return {
    id: entry.id,
    sourceId: entry.sourceId,
    // complete entries have passed the form's schema, from which FormValues is derived
    values: canonicalValues(formById(form), entry.content) as FormValues[K],
  };
}
