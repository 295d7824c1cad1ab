import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { insertRow, type Recording, updateRow } from "../../db/record";
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
  for (const entry of entries) await insertEntry(recording, entry);
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
  await writeGroups(recording, entry.form, entry.id, content);
  await derive(recording, [entry]);
}

async function insertEntry(recording: Recording, entry: NewEntry): Promise<void> {
  const form = formById(entry.form);
  await insertRow(recording, formTables[entry.form], {
    row: {
      id: entry.id,
      patientId: entry.patientId,
      sourceId: entry.sourceId,
      state: entry.state,
      formVersion: form.version,
      createdAt: recording.at,
      createdBy: recording.actor.name,
      updatedAt: recording.at,
      updatedBy: recording.actor.name,
      ...rowOf(form, entry.content),
    },
    audit: {
      action: "entry.create",
      patientId: entry.patientId,
      after: flatContent(entry.content, entry.state),
    },
  });
  await writeGroups(recording, entry.form, entry.id, entry.content);
}

async function writeGroups(
  recording: Recording,
  form: FormId,
  entryId: string,
  content: EntryContent,
): Promise<void> {
  const rows = groupRowsOf(formById(form), content);
  for (const { key, table } of groupTablesOf[form]) {
    await recording.writer.delete(table).where(eq(table.entryId, entryId));
    const items = rows.find((group) => group.key === key)?.rows ?? [];
    if (items.length > 0)
      await recording.writer
        .insert(table)
        .values(items.map((item, position) => ({ ...item, id: randomUUID(), entryId, position })));
  }
}

async function derive(
  recording: Recording,
  entries: readonly { readonly patientId: string }[],
): Promise<void> {
  for (const patientId of new Set(entries.map((entry) => entry.patientId)))
    await recordOutcomes(recording.writer, await patientRecord(recording.writer, patientId));
}
