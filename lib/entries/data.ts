import { type Context, inScope } from "../auth/viewer";
import type { FormId } from "../crf/forms";
import type { Entry } from "./entry";
import { entryRow, formEntries, patientEntries } from "./read";

/** The site of a patient, or null when there is no such patient within the viewer's sites: another site's patient does not exist here. */
export async function visibleEnrolment(context: Context, patientId: string): Promise<Entry | null> {
  const enrolment = (await formEntries(context.db.read, "enrolment", patientId))[0];
  return enrolment && inScope(context.viewer.sites, String(enrolment.content.values.site)) ? enrolment : null;
}

/** An entry within the viewer's sites that is not removed, or null. */
export async function entryById(context: Context, form: FormId, id: string): Promise<Entry | null> {
  const entry = await entryRow(context.db.read, form, id);
  if (!entry || entry.state === "removed") return null;
  return (await visibleEnrolment(context, entry.patientId)) ? entry : null;
}

/** A patient's entries within the viewer's sites; null when the patient does not exist there. */
export async function entriesOf(context: Context, patientId: string): Promise<Entry[] | null> {
  return (await visibleEnrolment(context, patientId)) ? patientEntries(context.db.read, patientId) : null;
}
