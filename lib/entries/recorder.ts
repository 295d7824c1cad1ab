import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { insertRows, type NewRow, type Recording, updateRow } from "../../db/record";
import { formTables, groupTablesOf } from "../../db/schema/forms";
import type { EntryContent } from "../crf/define";
import type { EntryState } from "../crf/entry-state";
import { type FormId, formById } from "../crf/forms";
import { recordOutcomes } from "../studies/recorder";
import type { Entry } from "./entry";
import { patientRecord } from "./patient-record";
import { changed, flatContent, groupRowsOf, rowOf } from "./rows";

export type NewEntry = {
  readonly id: string;
  readonly form: FormId;
  readonly patientId: string;
  readonly sourceId: string | null;
  readonly state: EntryState;
  readonly content: EntryContent;
};

export type EntryChange = {
  readonly entry: Entry;
  readonly version: number;
  readonly state: EntryState;
  readonly content: EntryContent;
  readonly reason: string | null;
};

/** Records new entries of one patient, with an audit event each and the patient's derived outcomes, in the transaction given. */
export async function recordNew(recording: Recording, entries: readonly NewEntry[]): Promise<void> {
  await insertRows(
    recording,
    entries.map((entry) => newRow(recording, entry)),
  );
  for (const entry of entries) await insertGroups(recording, entry);
  await derive(recording, entries);
}

/** Records the change of one entry: refused with `StaleVersionError` when somebody else saved first. */
export async function recordChange(recording: Recording, change: EntryChange): Promise<void> {
  const { entry, content, state } = change;
  const form = formById(entry.form);
  const difference = changed(flatContent(entry.content, entry.state), flatContent(content, state));
  await updateRow(recording, formTables[entry.form], {
    id: entry.id,
    version: change.version,
    changes: { ...rowOf(form, content), state, updatedAt: recording.at, updatedBy: recording.actor.name },
    audit: {
      action: state === "removed" ? "entry.remove" : "entry.change",
      patientId: entry.patientId,
      ...difference,
      reason: change.reason,
    },
  });
  await replaceGroups(recording, { id: entry.id, form: entry.form, content });
  await derive(recording, [entry]);
}

function newRow({ at, actor }: Recording, entry: NewEntry): NewRow {
  const form = formById(entry.form);
  return {
    table: formTables[entry.form],
    row: {
      id: entry.id,
      patientId: entry.patientId,
      sourceId: entry.sourceId,
      state: entry.state,
      formVersion: form.version,
      createdAt: at,
      createdBy: actor.name,
      updatedAt: at,
      updatedBy: actor.name,
      ...rowOf(form, entry.content),
    },
    audit: {
      action: "entry.create",
      patientId: entry.patientId,
      after: flatContent(entry.content, entry.state),
    },
  };
}

type EntryGroups = Pick<NewEntry, "id" | "form" | "content">;

async function insertGroups({ writer }: Recording, { id, form, content }: EntryGroups): Promise<void> {
  const rows = groupRowsOf(formById(form), content);
  for (const { key, table } of groupTablesOf[form]) {
    const items = rows.find((group) => group.key === key)?.rows ?? [];
    if (items.length > 0)
      await writer
        .insert(table)
        .values(items.map((item, position) => ({ ...item, id: randomUUID(), entryId: id, position })));
  }
}

async function replaceGroups(recording: Recording, entry: EntryGroups): Promise<void> {
  for (const { table } of groupTablesOf[entry.form])
    await recording.writer.delete(table).where(eq(table.entryId, entry.id));
  await insertGroups(recording, entry);
}

async function derive(
  recording: Recording,
  entries: readonly { readonly patientId: string }[],
): Promise<void> {
  for (const patientId of new Set(entries.map((entry) => entry.patientId)))
    await recordOutcomes(recording.writer, await patientRecord(recording.writer, patientId));
}
