import { and, asc, count, eq, inArray, ne, or, type SQL } from "drizzle-orm";
import { containsText } from "../../db/expressions";
import { enrolmentTable, followUpTable, formColumn, formTables } from "../../db/schema/forms";
import type { Context } from "../auth/viewer";
import { type FormId, formIds } from "../crf/forms";
import { visibleEnrolment } from "../entries/data";
import type { Entry } from "../entries/entry";
import { formEntries } from "../entries/read";
import { therapyLines } from "./lines";

/** A patient as a list shows it. */
export type Patient = {
  readonly id: string;
  readonly pseudonym: string;
  readonly sourceId: string | null;
  readonly site: string;
  readonly sex: string | null;
  readonly yearOfBirth: number | null;
  readonly updatedAt: string;
};

/** A patient within the viewer's sites, or null. */
export async function patientById(context: Context, id: string): Promise<Patient | null> {
  const enrolment = await visibleEnrolment(context, id);
  return enrolment ? patientOf(enrolment) : null;
}

/** A patient as the enrolment tells. */
export function patientOf(enrolment: Entry): Patient {
  const { values } = enrolment.content;
  return {
    id: enrolment.patientId,
    pseudonym: String(values.pseudonym),
    sourceId: enrolment.sourceId,
    site: String(values.site),
    sex: typeof values.sex === "string" ? values.sex : null,
    yearOfBirth: typeof values.yearOfBirth === "number" ? values.yearOfBirth : null,
    updatedAt: enrolment.updatedAt,
  };
}

/** A patient's therapy lines as choices, in order of date. */
export async function linesOf(context: Context, patientId: string): Promise<{ id: string; label: string }[]> {
  if (!(await visibleEnrolment(context, patientId))) return [];
  const entries = await formEntries(context.db.read, "therapy", patientId);
  return therapyLines(entries).map(({ entry, label }) => ({ id: entry.id, label }));
}

export type PatientFilter = {
  readonly search: string;
  readonly site: string | null;
  readonly sex: string | null;
  readonly vital: string | null;
  readonly page: number;
};

export const patientsPerPage = 50;

/** How far each form of a patient is. */
export type FormStatus = { readonly form: FormId; readonly draft: number; readonly complete: number };

export type PatientRow = Patient & { readonly forms: readonly FormStatus[]; readonly vital: string | null };

export type PatientPage = {
  readonly patients: readonly PatientRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** A page of the patients within the viewer's sites that match a filter, in order of pseudonym. `page` counts from 1. */
export async function patientsPage(context: Context, filter: PatientFilter): Promise<PatientPage> {
  const { read } = context.db;
  const where = and(isVisible(context), ...conditionsOf(context, filter));
  const [counted] = await read.select({ total: count() }).from(enrolmentTable).where(where);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / patientsPerPage));
  const page = Math.min(Math.max(1, filter.page), pages);
  const rows = await read
    .select({
      id: enrolmentTable.id,
      pseudonym: column("pseudonym"),
      sourceId: enrolmentTable.sourceId,
      site: column("site"),
      sex: column("sex"),
      yearOfBirth: column("year_of_birth"),
      updatedAt: enrolmentTable.updatedAt,
    })
    .from(enrolmentTable)
    .where(where)
    .orderBy(asc(column("pseudonym")))
    .limit(patientsPerPage)
    .offset((page - 1) * patientsPerPage);
  return { patients: await withStatus(context, rows as Patient[]), total, page, pages }; // column kinds as the enrolment form defines them
}

const column = (name: string) => formColumn(enrolmentTable, name);

/** The condition that an enrolment is a patient's within the viewer's sites. */
export function isVisible({ viewer }: Context): SQL | undefined {
  return and(
    ne(enrolmentTable.state, "removed"),
    viewer.sites === "all" ? undefined : inArray(column("site"), [...viewer.sites]),
  );
}

/** The ids of the patients within the viewer's sites, as a subquery. */
export function visiblePatients(context: Context) {
  return context.db.read.select({ id: enrolmentTable.id }).from(enrolmentTable).where(isVisible(context));
}

/** The pseudonyms of patients by id, those within the viewer's sites only. */
export async function pseudonymsOf(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db.read
    .select({ id: enrolmentTable.id, pseudonym: column("pseudonym") })
    .from(enrolmentTable)
    .where(and(inArray(enrolmentTable.id, [...new Set(ids)]), isVisible(context)));
  return new Map(rows.map((row) => [row.id, row.pseudonym ?? ""]));
}

function conditionsOf(context: Context, filter: PatientFilter): (SQL | undefined)[] {
  const search = filter.search.trim();
  return [
    search
      ? or(containsText(column("pseudonym"), search), containsText(enrolmentTable.sourceId, search))
      : undefined,
    filter.site ? eq(column("site"), filter.site) : undefined,
    filter.sex ? eq(column("sex"), filter.sex) : undefined,
    filter.vital ? inArray(enrolmentTable.id, withVital(context, filter.vital)) : undefined,
  ];
}

function withVital(context: Context, vital: string) {
  return context.db.read
    .select({ id: followUpTable.patientId })
    .from(followUpTable)
    .where(and(eq(formColumn(followUpTable, "status"), vital), ne(followUpTable.state, "removed")));
}

async function withStatus(context: Context, patients: readonly Patient[]): Promise<PatientRow[]> {
  const ids = patients.map((patient) => patient.id);
  if (ids.length === 0) return [];
  const states = await Promise.all(
    formIds.map(async (form) => {
      const table = formTables[form];
      const rows = await context.db.read
        .select({ patientId: table.patientId, state: table.state, entries: count() })
        .from(table)
        .where(and(inArray(table.patientId, ids), ne(table.state, "removed")))
        .groupBy(table.patientId, table.state);
      return { form, rows };
    }),
  );
  const vital = await context.db.read
    .select({ patientId: followUpTable.patientId, status: formColumn(followUpTable, "status") })
    .from(followUpTable)
    .where(and(inArray(followUpTable.patientId, ids), ne(followUpTable.state, "removed")));
  return patients.map((patient) => ({
    ...patient,
    forms: states.map(({ form, rows }) => {
      const of = (state: string) =>
        rows.find((row) => row.patientId === patient.id && row.state === state)?.entries ?? 0;
      return { form, draft: of("draft"), complete: of("complete") };
    }),
    vital: vitalOf(vital.filter((row) => row.patientId === patient.id).map((row) => row.status)),
  }));
}

/** The vital status of several follow-ups: dead, once one says so. */
function vitalOf(statuses: readonly (string | null)[]): string | null {
  if (statuses.includes("dead")) return "dead";
  return statuses.at(-1) ?? null;
}
