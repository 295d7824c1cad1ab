import { labelOf } from "@/lib/crf/codelist";
import type { Field } from "@/lib/crf/define";
import { type FormId, formById } from "@/lib/crf/forms";
import { dateText, isPartialDate } from "@/lib/crf/partial-date";
import type { Entry } from "@/lib/entries/entry";

/** The day a follow-up tells of: the death, or the last contact. */
export function followUpDate({ content: { values } }: Entry): unknown {
  return values.status === "dead" ? values.deathDate : values.date;
}

const dateKey = (entry: Entry) => {
  const date = followUpDate(entry);
  return typeof date === "string" ? date : "";
};

/** The follow-up that says how the patient is: the death once there is one, else the latest contact. */
export function vitalOf(entries: readonly Entry[]): Entry | null {
  const followUps = entries
    .filter((entry) => entry.form === "follow-up")
    .toSorted((a, b) => (dateKey(a) < dateKey(b) ? -1 : 1));
  return followUps.findLast((entry) => entry.content.values.status === "dead") ?? followUps.at(-1) ?? null;
}

/** The vital status with its date: `Dead, 3 Aug 2010`. */
export function vitalText(entries: readonly Entry[]): string {
  const vital = vitalOf(entries);
  if (!vital) return "Vital status not recorded";
  return [answer("follow-up", "status", vital), dated(followUpDate(vital))].filter(Boolean).join(", ");
}

/** A date as it is read; an empty text for none. */
export function dated(value: unknown): string {
  return typeof value === "string" && isPartialDate(value) ? dateText(value) : "";
}

/** The answer of an entry to a field, in the words of its code list; an empty text for none. */
export function answer(form: FormId, key: string, entry: Entry): string {
  const value = entry.content.values[key];
  if (value === null || value === undefined) return "";
  const field: Field | undefined = formById(form).fields[key];
  const text = Array.isArray(value) ? value.join(" + ") : String(value as string | number);
  return field?.kind === "choice" ? labelOf(field.codes, text) : text;
}

/** The state of a form a patient has once: draft, complete, or missing. */
export function stateOf(entry: Entry | undefined): "missing" | "draft" | "complete" {
  if (!entry) return "missing";
  return entry.state === "draft" ? "draft" : "complete";
}
