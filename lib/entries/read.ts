import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "../../db/client";
import { formTables, groupTablesOf } from "../../db/schema/forms";
import { type FormId, formIds } from "../crf/forms";
import type { Entry } from "./entry";
import { entryOf, type FormRow } from "./rows";

async function withGroups(read: Reader, form: FormId, rows: readonly FormRow[]): Promise<Entry[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const groups = await Promise.all(
    groupTablesOf[form].map(async ({ key, table }) => ({
      key,
      rows: (await read
        .select()
        .from(table)
        .where(inArray(table.entryId, ids))
        .orderBy(asc(table.position))) as {
        entryId: string;
      }[], // the field columns are read by name in entryOf
    })),
  );
  return rows.map((row) =>
    entryOf(
      form,
      row,
      Object.fromEntries(
        groups.map(({ key, rows: items }) => [key, items.filter((item) => item.entryId === row.id)]),
      ),
    ),
  );
}

/** The entries of one form of a patient that are not removed, oldest first. */
export async function formEntries(read: Reader, form: FormId, patientId: string): Promise<Entry[]> {
  const table = formTables[form];
  const rows = await read
    .select()
    .from(table)
    .where(and(eq(table.patientId, patientId), ne(table.state, "removed")))
    .orderBy(asc(table.createdAt), asc(table.id));
  return withGroups(read, form, rows);
}

/** All entries of a patient that are not removed, form by form. */
export async function patientEntries(read: Reader, patientId: string): Promise<Entry[]> {
  const lists = [];
  for (const form of formIds) lists.push(await formEntries(read, form, patientId));
  return lists.flat();
}

/** One entry, removed or not; null when there is none. */
export async function entryRow(read: Reader, form: FormId, id: string): Promise<Entry | null> {
  const table = formTables[form];
  const rows = await read.select().from(table).where(eq(table.id, id));
  return (await withGroups(read, form, rows))[0] ?? null;
}
