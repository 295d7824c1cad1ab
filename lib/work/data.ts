import { and, asc, count, desc, eq, inArray, isNotNull, like, ne, notInArray, type SQL } from "drizzle-orm";
import {
  assessmentTable,
  diagnosisTable,
  enrolmentTable,
  followUpTable,
  formColumn,
  formOfTable,
  formTables,
  therapyTable,
} from "../../db/schema/forms";
import { auditEvents } from "../../db/schema/registry";
import type { Context } from "../auth/viewer";
import { type FormId, formIds } from "../crf/forms";
import { isVisible, pseudonymsOf, visiblePatients } from "../patients/data";

/** An entry somebody has to come back to, or came from. */
export type WorkEntry = {
  readonly patientId: string;
  readonly pseudonym: string;
  readonly form: FormId;
  readonly entryId: string;
  readonly at: string;
  readonly by: string;
};

export type Lack = "diagnosis" | "follow-up" | "assessment" | "baseline";

/** The patients who lack a form, or the therapy lines that lack an assessment: the first of them, and how many there are. */
export type Lacking = {
  readonly lack: Lack;
  readonly total: number;
  readonly patients: readonly {
    readonly patientId: string;
    readonly pseudonym: string;
    readonly lineId: string | null;
  }[];
};

export const mostShown = 20;

const pseudonymColumn = formColumn(enrolmentTable, "pseudonym");

/** The drafts of the viewer's sites, newest first, and how many there are. */
export async function drafts(context: Context): Promise<{ entries: WorkEntry[]; total: number }> {
  const lists = await Promise.all(formIds.map((form) => draftsOfForm(context, form)));
  const newest = lists
    .flatMap((list) => list.rows)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, mostShown);
  const names = await pseudonymsOf(
    context,
    newest.map((row) => row.patientId),
  );
  return {
    entries: newest.map((row) => ({ ...row, pseudonym: names.get(row.patientId) ?? "" })),
    total: lists.reduce((total, list) => total + list.total, 0),
  };
}

async function draftsOfForm(context: Context, form: FormId) {
  const table = formTables[form];
  const where = and(eq(table.state, "draft"), inArray(table.patientId, visiblePatients(context)));
  const { read } = context.db;
  const rows = await read
    .select({ patientId: table.patientId, entryId: table.id, at: table.updatedAt, by: table.updatedBy })
    .from(table)
    .where(where)
    .orderBy(desc(table.updatedAt))
    .limit(mostShown);
  const [counted] = await read.select({ total: count() }).from(table).where(where);
  return { rows: rows.map((row) => ({ ...row, form })), total: counted?.total ?? 0 };
}

/** What is missing at the viewer's sites, kind by kind; kinds of which nothing is missing are left out. */
export async function lacking(context: Context): Promise<Lacking[]> {
  const found = await Promise.all([
    patientsWithout(context, "diagnosis", diagnosisTable),
    patientsWithout(context, "follow-up", followUpTable),
    linesWithout(context, "assessment", undefined),
    linesWithout(context, "baseline", eq(formColumn(assessmentTable, "role"), "baseline")),
  ]);
  return found.filter(({ total }) => total > 0);
}

async function patientsWithout(context: Context, lack: Lack, table: typeof diagnosisTable): Promise<Lacking> {
  const { read } = context.db;
  const having = read.select({ id: table.patientId }).from(table).where(ne(table.state, "removed"));
  const where = and(isVisible(context), notInArray(enrolmentTable.id, having));
  const rows = await read
    .select({ patientId: enrolmentTable.id, pseudonym: pseudonymColumn })
    .from(enrolmentTable)
    .where(where)
    .orderBy(asc(pseudonymColumn))
    .limit(mostShown);
  const [counted] = await read.select({ total: count() }).from(enrolmentTable).where(where);
  const patients = rows.map(({ patientId, pseudonym }) => ({
    patientId,
    pseudonym: pseudonym ?? "",
    lineId: null,
  }));
  return { lack, total: counted?.total ?? 0, patients };
}

async function linesWithout(context: Context, lack: Lack, ofKind: SQL | undefined): Promise<Lacking> {
  const { read } = context.db;
  const line = formColumn(assessmentTable, "line");
  const assessed = read
    .select({ id: line })
    .from(assessmentTable)
    .where(and(ne(assessmentTable.state, "removed"), isNotNull(line), ofKind));
  const where = and(
    ne(therapyTable.state, "removed"),
    inArray(therapyTable.patientId, visiblePatients(context)),
    notInArray(therapyTable.id, assessed),
  );
  const rows = await read
    .select({ patientId: therapyTable.patientId, lineId: therapyTable.id })
    .from(therapyTable)
    .where(where)
    .orderBy(desc(therapyTable.updatedAt), asc(therapyTable.id))
    .limit(mostShown);
  const [counted] = await read.select({ total: count() }).from(therapyTable).where(where);
  const names = await pseudonymsOf(
    context,
    rows.map((row) => row.patientId),
  );
  const patients = rows.map((row) => ({ ...row, pseudonym: names.get(row.patientId) ?? "" }));
  return { lack, total: counted?.total ?? 0, patients };
}

const readBack = 100;

/** The entries the viewer saved last, newest first, each once; removed ones are left out. */
export async function recentEntries(context: Context): Promise<WorkEntry[]> {
  const events = await context.db.read
    .select({
      patientId: auditEvents.patientId,
      entryId: auditEvents.rowId,
      tableName: auditEvents.tableName,
      action: auditEvents.action,
      at: auditEvents.at,
      by: auditEvents.actorName,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.actorId, context.viewer.id), like(auditEvents.action, "entry.%")))
    .orderBy(desc(auditEvents.at), desc(auditEvents.sequence))
    .limit(readBack);
  const latest = events.filter(
    (event, index) => events.findIndex((other) => other.entryId === event.entryId) === index,
  );
  const names = await pseudonymsOf(
    context,
    latest.flatMap(({ patientId }) => patientId ?? []),
  );
  return latest
    .flatMap(({ patientId, tableName, action, ...rest }): WorkEntry[] => {
      const form = formOfTable(tableName);
      const pseudonym = names.get(patientId ?? "");
      if (!form || !patientId || pseudonym === undefined || action === "entry.remove") return [];
      return [{ ...rest, patientId, pseudonym, form }];
    })
    .slice(0, mostShown / 2);
}
