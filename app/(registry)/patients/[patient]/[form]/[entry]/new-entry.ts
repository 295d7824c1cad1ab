import type { EntryContent, Field } from "@/lib/crf/define";
import { fieldsOf } from "@/lib/crf/define";
import { type FormId, formById } from "@/lib/crf/forms";
import { emptyContent } from "@/lib/crf/schema";
import type { Entry } from "@/lib/entries/entry";
import { therapyLines } from "@/lib/patients/lines";
import { previousVisit, type Visit } from "@/lib/ui/form/lesions";

type Preset = Readonly<Record<string, string | readonly string[] | undefined>>;

type NewEntry = {
  /** The patient's entries. */
  readonly entries: readonly Entry[];
  /** Answers asked for in the address, such as `status=dead`. */
  readonly preset: Preset;
  readonly sites: readonly { readonly id: string }[];
};

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** What a new entry begins with: what the address asks for, the only site, and in an assessment the latest line with the lesions of its last visit. */
export function newContent(formId: FormId, { entries, preset, sites }: NewEntry): EntryContent {
  const form = formById(formId);
  const empty = emptyContent(form);
  const lines = therapyLines(entries);
  const asked = fieldsOf(form).flatMap(([key, field]) => {
    const value = preset[key];
    return typeof value === "string" &&
      isOpen(
        field,
        value,
        lines.map(({ entry }) => entry.id),
      )
      ? [[key, value]]
      : [];
  });
  const values: Record<string, unknown> = { ...empty.values, ...Object.fromEntries(asked) };
  if (formId === "enrolment" && sites.length === 1) values.site = sites[0]?.id ?? null;
  if (formId === "assessment") {
    values.line ??= lines.at(-1)?.entry.id ?? null;
    if (values.role === null) Object.assign(values, nextVisit(visitsOf(entries), textOf(values.line)));
  }
  return { ...empty, values };
}

function isOpen(field: Field, value: string, lines: readonly string[]): boolean {
  if (field.kind === "choice") return field.codes.some(({ code }) => code === value);
  return field.kind === "text" && field.reference === "therapy" && lines.includes(value);
}

function nextVisit(visits: readonly Visit[], line: string): Record<string, unknown> {
  if (line === "") return {};
  const before = previousVisit(visits, { line, date: "", entryId: null });
  if (!before) return { role: "baseline" };
  return { role: "follow-up", lesions: before.lesions.map((lesion) => ({ ...lesion, diameter: null })) };
}

/** The patient's assessments as far as another assessment needs them. */
export function visitsOf(entries: readonly Entry[]): Visit[] {
  return entries
    .filter((entry) => entry.form === "assessment")
    .map(({ id, content: { values } }) => ({
      id,
      line: textOf(values.line),
      date: textOf(values.date),
      role: textOf(values.role),
      lesions: Array.isArray(values.lesions)
        ? values.lesions.map((lesion: Readonly<Record<string, unknown>>) => ({
            label: textOf(lesion.label),
            organ: textOf(lesion.organ),
            node: textOf(lesion.node),
            diameter: typeof lesion.diameter === "number" ? lesion.diameter : null,
          }))
        : [],
    }));
}
