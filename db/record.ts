import { createHash, randomUUID } from "node:crypto";
import { and, desc, eq, getTableName } from "drizzle-orm";
import type { Writer } from "./client";
import { StaleVersionError } from "./errors";
import { auditEvents } from "./schema/registry";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

/** Who writes, when (ISO, UTC), and through what. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly source: "form" | "import" | "cli" | "set-up" | "sign-in";
};

/** An open transaction with its author: all that a write needs. */
export type Recording = { readonly writer: Writer; readonly actor: Actor; readonly at: string };

/** A table whose rows carry an optimistic version. */
export type VersionedTable = SQLiteTable & {
  id: AnySQLiteColumn<{ data: string }>;
  version: AnySQLiteColumn<{ data: number }>;
};

type Plain = Readonly<Record<string, unknown>>;

export type AuditEntry = {
  readonly action: string;
  readonly tableName: string;
  readonly rowId: string;
  readonly patientId?: string | null;
  readonly before?: Plain | null;
  readonly after?: Plain | null;
  readonly reason?: string | null;
};

/** The chain of events that concern no patient. */
export const registryChain = "registry";

type EventText = {
  readonly [
    K in "id" | "chain" | "at" | "actorId" | "actorName" | "source" | "action" | "tableName" | "rowId"
  ]: string;
} & {
  readonly sequence: number;
  readonly patientId: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
  readonly previousHash: string;
};

/** The SHA-256 that seals an event to the one before it: over a JSON array of its columns in a fixed order. */
export function eventHash(event: EventText): string {
  const { previousHash, chain, sequence, id, at, actorId, actorName, source, action, tableName, rowId } =
    event;
  const text = JSON.stringify([
    previousHash,
    chain,
    sequence,
    id,
    at,
    actorId,
    actorName,
    source,
    action,
    tableName,
    rowId,
    event.patientId,
    event.before,
    event.after,
    event.reason,
  ]);
  return createHash("sha256").update(text).digest("hex");
}

/** Appends one event to its chain: the patient's, or the registry's. */
export async function appendEvent(recording: Recording, entry: AuditEntry): Promise<void> {
  const { writer, actor, at } = recording;
  const chain = entry.patientId ?? registryChain;
  const [head] = await writer
    .select({ sequence: auditEvents.sequence, hash: auditEvents.hash })
    .from(auditEvents)
    .where(eq(auditEvents.chain, chain))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  const event = {
    id: randomUUID(),
    chain,
    sequence: (head?.sequence ?? 0) + 1,
    at,
    actorId: actor.id,
    actorName: actor.name,
    source: actor.source,
    action: entry.action,
    tableName: entry.tableName,
    rowId: entry.rowId,
    patientId: entry.patientId ?? null,
    before: entry.before ? JSON.stringify(entry.before) : null,
    after: entry.after ? JSON.stringify(entry.after) : null,
    reason: entry.reason ?? null,
    previousHash: head?.hash ?? "",
  };
  await writer.insert(auditEvents).values({ ...event, hash: eventHash(event) });
}

type RowAudit = Omit<AuditEntry, "tableName" | "rowId">;

/** Inserts a row at version 1 with its audit event. */
export async function insertRow(
  recording: Recording,
  table: VersionedTable,
  { row, audit }: { readonly row: Plain & { readonly id: string }; readonly audit: RowAudit },
): Promise<void> {
  await recording.writer.insert(table).values({ ...row, version: 1 } as never); // the table's own row type is not known here
  await appendEvent(recording, { ...audit, tableName: getTableName(table), rowId: row.id });
}

/** Changes a row if it still has the version given, with its audit event; the loser of a race updates 0 rows and gets a `StaleVersionError`. */
export async function updateRow(
  recording: Recording,
  table: VersionedTable,
  {
    id,
    version,
    changes,
    audit,
  }: { readonly id: string; readonly version: number; readonly changes: Plain; readonly audit: RowAudit },
): Promise<void> {
  const updated = await recording.writer
    .update(table)
    .set({ ...changes, version: version + 1 } as never) // as above
    .where(and(eq(table.id, id), eq(table.version, version)))
    .returning({ id: table.id });
  if (updated.length === 0) throw new StaleVersionError(getTableName(table), id);
  await appendEvent(recording, { ...audit, tableName: getTableName(table), rowId: id });
}
