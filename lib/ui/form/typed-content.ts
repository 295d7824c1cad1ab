import {
  type EntryContent,
  type Field,
  fieldsOf,
  type FormDefinition,
  type NumberField,
  unitsOf,
} from "../../crf/define";
import { holds } from "../../crf/condition";

/** One row of a repeating group as it is typed. */
export type TypedRow = Record<string, string | string[]>;

/** The answer to one field as it is typed: text, codes chosen, or the rows of a group. */
export type TypedValue = string | string[] | TypedRow[];

/** What stands in the boxes of a form: nothing is null, nothing is a number yet. */
export type TypedContent = {
  values: Record<string, TypedValue>;
  missing: Record<string, string>;
  units: Record<string, string>;
};

type Row = Readonly<Record<string, unknown>>;

const typedScalar = (kind: Field["kind"], value: unknown): string | string[] => {
  if (kind === "choices") return Array.isArray(value) ? value.map(String) : [];
  return value === null || value === undefined ? "" : String(value as string | number);
};

/** An entry's content as its boxes show it; no unit means the field's own. */
export function typedContent(form: FormDefinition, content: EntryContent): TypedContent {
  const typed: TypedContent = { values: {}, missing: {}, units: {} };
  for (const [key, field] of fieldsOf(form)) {
    typed.values[key] = typedValue(field, content.values[key]);
    typed.missing[key] = content.missing[key] ?? "";
    typed.units[key] = content.units[key] ?? "";
  }
  return typed;
}

function typedValue(field: Field, value: unknown): TypedValue {
  if (field.kind !== "group") return typedScalar(field.kind, value);
  const rows = Array.isArray(value) ? (value as Row[]) : []; // the form's schema built them
  return rows.map((row) => typedRow(field.fields, row));
}

/** A row of a group as its boxes show it. */
export function typedRow(fields: Readonly<Record<string, Field>>, row: Row): TypedRow {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, typedScalar(field.kind, row[key])]),
  );
}

/** True for a number that may be written in more than one unit. */
export function hasUnits(
  field: Field,
): field is NumberField & { readonly units: Readonly<Record<string, number>> } {
  return field.kind === "number" && unitsOf(field).length > 1;
}

/** True when nothing was typed or chosen. */
export function isEmptyAnswer(value: TypedValue | undefined): boolean {
  return value === undefined || (Array.isArray(value) ? value.length === 0 : value.trim() === "");
}

const emptyAnswer = (field: Field): TypedValue =>
  field.kind === "group" || field.kind === "choices" ? [] : "";

/** What is sent: hidden fields are cleared, and a unit goes with a value only. */
export function sentContent(form: FormDefinition, typed: TypedContent): TypedContent {
  const sent: TypedContent = { values: {}, missing: {}, units: {} };
  for (const [key, field] of fieldsOf(form)) {
    const shown = holds(field.when, typed.values);
    const value = typed.values[key];
    sent.values[key] = shown && value !== undefined ? value : emptyAnswer(field);
    const reason = typed.missing[key];
    if (shown && reason) sent.missing[key] = reason;
    if (shown && hasUnits(field) && !isEmptyAnswer(value))
      sent.units[key] = typed.units[key] || (field.unit ?? "");
  }
  return sent;
}
