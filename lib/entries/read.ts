import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "../../db/client";
import { formTables, groupTablesOf } from "../../db/schema/forms";
import { type FormId, formIds } from "../crf/forms";
import type { Entry } from "./entry";
import { entryOf, type FormRow } from "./rows";

type GroupItem = { readonly entryId: string };

async function withGroups(read: Reader, form: FormId, rows: readonly FormRow[]): Promise<Entry[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const groups = await Promise.all(
    groupTablesOf[form].map(async ({ key, table }) => {
      const items = (await read
        .select()
        .from(table)
        .where(inArray(table.entryId, ids))
        .orderBy(asc(table.position))) as GroupItem[]; // the field columns are read by name in entryOf
      return { key, items: Map.groupBy(items, (item) => item.entryId) };
    }),
  );
  return rows.map((row) =>
    entryOf(form, row, Object.fromEntries(groups.map(({ key, items }) => [key, items.get(row.id) ?? []]))),
  );
}

/** The entries of one form of some patients that are not removed, oldest first. */
async function formEntriesOf(read: Reader, form: FormId, patientIds: readonly string[]): Promise<Entry[]> {
  const table = formTables[form];
  const rows = await read
    .select()
    .from(table)
    .where(and(inArray(table.patientId, [...patientIds]), ne(table.state, "removed")))
    .orderBy(asc(table.createdAt), asc(table.id));
  return withGroups(read, form, rows);
}

/** The entries of one form of a patient that are not removed, oldest first. */
export function formEntries(read: Reader, form: FormId, patientId: string): Promise<Entry[]> {
  return formEntriesOf(read, form, [patientId]);
}

/** All entries of a patient that are not removed, form by form. */
export async function patientEntries(read: Reader, patientId: string): Promise<Entry[]> {
  return [...((await entriesOfPatients(read, [patientId])).get(patientId) ?? [])];
}

/** All entries of some patients that are not removed, by patient, form by form. */
export async function entriesOfPatients(
  read: Reader,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const lists = [];
  for (const form of formIds) lists.push(await formEntriesOf(read, form, patientIds));
  return Map.groupBy(lists.flat(), (entry) => entry.patientId);
}

/** One entry, removed or not; null when there is none. */
export async function entryRow(read: Reader, form: FormId, id: string): Promise<Entry | null> {
  const table = formTables[form];
  const rows = await read.select().from(table).where(eq(table.id, id));
  return (await withGroups(read, form, rows))[0] ?? null;
}
