import type { FormId } from "../../crf/forms";

const following: Readonly<Record<FormId, FormId | null>> = {
  enrolment: "diagnosis",
  diagnosis: "therapy",
  therapy: "risk",
  risk: "assessment",
  assessment: "assessment",
  "follow-up": null,
};

/** The form that is usually filled in after another; null where the patient page is next. */
export function nextForm(form: FormId): FormId | null {
  return following[form];
}

type Place = {
  readonly patientId: string;
  readonly form: FormId;
  /** The entry just saved. */
  readonly entryId: string;
  /** The therapy line in hand, if any. */
  readonly line: string;
};

/** The address to go to after “save and next”. The line in hand is kept; the entry saved is named, so that another new entry of the same form is another page. */
export function nextAddress({ patientId, form, entryId, line }: Place): string {
  const next = nextForm(form);
  if (!next) return `/patients/${patientId}`;
  if (next !== "assessment") return `/patients/${patientId}/${next}/new`;
  const query = new URLSearchParams({ ...(line ? { line } : {}), after: entryId });
  return `/patients/${patientId}/${next}/new?${query.toString()}`;
}
