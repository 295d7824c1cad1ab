import { columnsOf, groupColumnsOf, groupsOf } from "../../lib/crf/columns";
import type { FormDefinition, ScalarField } from "../../lib/crf/define";
import { formById, type FormId, formIds } from "../../lib/crf/forms";
import { index, integer, real, table, text, uniqueIndex } from "../columns";

/** What every entry has beside its form's fields. `patientId` of an enrolment is its own id. */
const entryColumns = () => ({
  id: text("id").primaryKey(),
  patientId: text("patient_id").notNull(),
  state: text("state").notNull(),
  version: integer("version").notNull(),
  formVersion: integer("form_version").notNull(),
  sourceId: text("source_id"),
  createdAt: text("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  updatedAt: text("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
});

const valueColumn = (field: ScalarField, name: string) => (field.kind === "number" ? real(name) : text(name));

const tableName = (id: string) => id.replaceAll("-", "_");

/** The typed table of a form: a column for each value, missing reason and unit as entered. Choices are a JSON array of codes. */
function formTable(id: FormId) {
  const form: FormDefinition = formById(id);
  const fields = Object.fromEntries(
    columnsOf(form, "_").map((column) => [
      column.name,
      column.holds === "value" ? valueColumn(column.field, `f_${column.name}`) : text(`f_${column.name}`),
    ]),
  );
  return table(`form_${tableName(id)}`, { ...entryColumns(), ...fields }, (row) => [
    index(`form_${tableName(id)}_patient`).on(row.patientId),
    uniqueIndex(`form_${tableName(id)}_source`).on(row.sourceId),
    ...(form.repeating ? [] : [uniqueIndex(`form_${tableName(id)}_once`).on(row.patientId)]),
  ]);
}

/** The child table of a repeating group: a row for each item, in order. */
function groupTables(id: FormId) {
  return groupsOf(formById(id)).map(({ key, name, group }) => ({
    key,
    group,
    table: table(
      `form_${tableName(id)}_${name}`,
      {
        id: text("id").primaryKey(),
        entryId: text("entry_id").notNull(),
        position: integer("position").notNull(),
        ...Object.fromEntries(
          groupColumnsOf(group).map((column) => [column.name, valueColumn(column.field, `f_${column.name}`)]),
        ),
      },
      (row) => [uniqueIndex(`form_${tableName(id)}_${name}_position`).on(row.entryId, row.position)],
    ),
  }));
}

export type FormTable = ReturnType<typeof formTable>;
export type GroupTable = ReturnType<typeof groupTables>[number];

export const enrolmentTable = formTable("enrolment");
export const diagnosisTable = formTable("diagnosis");
export const therapyTable = formTable("therapy");
export const riskTable = formTable("risk");
export const assessmentTable = formTable("assessment");
export const followUpTable = formTable("follow-up");

/** The table of each form. */
export const formTables: Readonly<Record<FormId, FormTable>> = {
  enrolment: enrolmentTable,
  diagnosis: diagnosisTable,
  therapy: therapyTable,
  risk: riskTable,
  assessment: assessmentTable,
  "follow-up": followUpTable,
};

/** The column of a form's field, by its column name: the columns are generated from the form, so known by name only. */
export function formColumn(table: FormTable, name: string): FormTable["sourceId"] {
  const column = (table as unknown as Readonly<Record<string, FormTable["sourceId"]>>)[name];
  if (!column) throw new Error(`the form has no column ${name}`);
  return column;
}

/** The form whose table has a name, or undefined. */
export function formOfTable(name: string): FormId | undefined {
  return formIds.find((id) => `form_${tableName(id)}` === name);
}

/** The child tables of each form's groups. */
export const groupTablesOf: Readonly<Record<FormId, readonly GroupTable[]>> = {
  enrolment: [],
  diagnosis: [],
  therapy: groupTables("therapy"),
  risk: [],
  assessment: groupTables("assessment"),
  "follow-up": [],
};
export const [modificationTable, lesionTable] = [
  groupTablesOf.therapy[0]?.table,
  groupTablesOf.assessment[0]?.table,
];
