import { type Context, inScope } from "../auth/viewer";
import type { Entry } from "./entry";
import { formEntries, patientEntries } from "./read";

/** The enrolment of a patient, or null when there is no such patient within the viewer's sites: another site's patient does not exist here. */
export async function visibleEnrolment(context: Context, patientId: string): Promise<Entry | null> {
  const enrolment = (await formEntries(context.db.read, "enrolment", patientId))[0];
  return enrolment && inScope(context.viewer.sites, String(enrolment.content.values.site)) ? enrolment : null;
}

/** A patient's entries within the viewer's sites; null when the patient does not exist there. */
export async function entriesOf(context: Context, patientId: string): Promise<Entry[] | null> {
  return (await visibleEnrolment(context, patientId)) ? patientEntries(context.db.read, patientId) : null;
}
