import { holds } from "../../crf/condition";
import { type Field, fieldsOf, type FormDefinition } from "../../crf/define";

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly keys: readonly string[];
};

const slug = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** The sections of a form in order, without fields whose condition fails; fields before the first section stand under the form's own title. */
export function sectionsOf(form: FormDefinition, values: Readonly<Record<string, unknown>>): Section[] {
  const sections: { title: string; keys: string[] }[] = [];
  for (const [key, field] of fieldsOf(form)) {
    if (!holds(field.when, values)) continue;
    const title = field.section ?? form.title;
    const last = sections.at(-1);
    if (last?.title === title) last.keys.push(key);
    else sections.push({ title, keys: [key] });
  }
  return sections.map(({ title, keys }) => ({ id: `section-${slug(title)}`, title, keys }));
}

/** The fields written in the unit of another one, such as its limits of normal: shown beside it. */
export function companionsOf(form: FormDefinition, key: string): string[] {
  return fieldsOf(form).flatMap(([other, field]) =>
    isCompanion(field) && field.unitOf === key ? [other] : [],
  );
}

/** True for a field that is shown beside another. */
export function isCompanion(field: Field | undefined): field is Field & { readonly unitOf: string } {
  return field?.kind === "number" && field.unitOf !== undefined;
}
