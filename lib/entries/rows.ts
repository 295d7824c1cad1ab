import { columnsOf, groupColumnsOf, groupsOf } from "../crf/columns";
import type { EntryContent, FormDefinition, ScalarField } from "../crf/define";
import type { EntryState } from "../crf/entry-state";
import type { FormId } from "../crf/forms";
import { formById } from "../crf/forms";
import type { Entry } from "./entry";

/** A row of a form's table as it was read: entry columns by name, field columns by column name. */
export type FormRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly patientId: string;
  readonly state: string;
  readonly version: number;
  readonly sourceId: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

const toColumn = (field: ScalarField, value: unknown) =>
  field.kind === "choices" && Array.isArray(value) ? JSON.stringify(value) : (value ?? null);

const fromColumn = (field: ScalarField, value: unknown): unknown =>
  field.kind === "choices" && typeof value === "string" ? JSON.parse(value) : (value ?? null);

/** The field columns of an entry's content. */
export function rowOf(form: FormDefinition, content: EntryContent): Record<string, unknown> {
  return Object.fromEntries(
    columnsOf(form, "_").map((column) => {
      if (column.holds === "value") return [column.name, toColumn(column.field, content.values[column.key])];
      return [
        column.name,
        (column.holds === "missing" ? content.missing : content.units)[column.key] ?? null,
      ];
    }),
  );
}

/** The rows of an entry's repeating groups, by group key, without their ids. */
export function groupRowsOf(
  form: FormDefinition,
  content: EntryContent,
): { key: string; rows: Record<string, unknown>[] }[] {
  return groupsOf(form).map(({ key, group }) => {
    const items = content.values[key];
    const rows = Array.isArray(items) ? (items as Readonly<Record<string, unknown>>[]) : []; // checked by the form's schema
    return {
      key,
      rows: rows.map((item) =>
        Object.fromEntries(
          groupColumnsOf(group).map((column) => [column.name, toColumn(column.field, item[column.key])]),
        ),
      ),
    };
  });
}

/** An entry from its row and the rows of its groups, in order. */
export function entryOf(
  formId: FormId,
  row: FormRow,
  groups: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
): Entry {
  const form = formById(formId);
  const values: Record<string, unknown> = {};
  const missing: Record<string, EntryContent["missing"][string]> = {};
  const units: Record<string, string> = {};
  for (const column of columnsOf(form, "_")) {
    const value = row[column.name];
    if (column.holds === "value") values[column.key] = fromColumn(column.field, value);
    else if (typeof value === "string" && column.holds === "unit") units[column.key] = value;
    else if (typeof value === "string") missing[column.key] = value as EntryContent["missing"][string]; // written from the schema's codes only
  }
  for (const { key, group } of groupsOf(form))
    values[key] = (groups[key] ?? []).map((item) =>
      Object.fromEntries(
        groupColumnsOf(group).map((column) => [column.key, fromColumn(column.field, item[column.name])]),
      ),
    );
  return {
    id: row.id,
    form: formId,
    patientId: row.patientId,
    state: row.state as EntryState, // written from the transition table only
    version: row.version,
    sourceId: row.sourceId,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
    content: { values, missing, units },
  };
}

/** An entry's content flat, as the audit trail keeps it: `haemoglobin`, `haemoglobin__missing`, `haemoglobin__unit`, `state`; nothing for what is empty. */
export function flatContent(content: EntryContent, state: EntryState): Record<string, unknown> {
  const flat: Record<string, unknown> = { state };
  for (const [key, value] of Object.entries(content.values))
    if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
      flat[key] = value;
  for (const [key, value] of Object.entries(content.missing)) flat[`${key}__missing`] = value;
  for (const [key, value] of Object.entries(content.units)) flat[`${key}__unit`] = value;
  return flat;
}

/** The keys in which two flat records differ, each side with those alone. */
export function changed(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (record: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(differing.filter((key) => key in record).map((key) => [key, record[key]]));
  return { before: pick(before), after: pick(after) };
}
