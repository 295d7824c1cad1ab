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

/** Appends events to their chains, a patient's or the registry's, in the order given. */
export async function appendEvents(recording: Recording, entries: readonly AuditEntry[]): Promise<void> {
  const chainOf = (entry: AuditEntry) => entry.patientId ?? registryChain;
  for (const chain of new Set(entries.map(chainOf)))
    await extendChain(
      recording,
      chain,
      entries.filter((entry) => chainOf(entry) === chain),
    );
}

/** Appends one event to its chain. */
export function appendEvent(recording: Recording, entry: AuditEntry): Promise<void> {
  return appendEvents(recording, [entry]);
}

const eventsPerInsert = 50;

async function extendChain(
  { writer, actor, at }: Recording,
  chain: string,
  entries: readonly AuditEntry[],
): Promise<void> {
  const [head] = await writer
    .select({ sequence: auditEvents.sequence, hash: auditEvents.hash })
    .from(auditEvents)
    .where(eq(auditEvents.chain, chain))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  let [sequence, previousHash] = [head?.sequence ?? 0, head?.hash ?? ""];
  const events = entries.map((entry) => {
    sequence += 1;
    const event = {
      id: randomUUID(),
      chain,
      sequence,
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
      previousHash,
    };
    previousHash = eventHash(event);
    return { ...event, hash: previousHash };
  });
  for (let from = 0; from < events.length; from += eventsPerInsert)
    await writer.insert(auditEvents).values(events.slice(from, from + eventsPerInsert));
}

type RowAudit = Omit<AuditEntry, "tableName" | "rowId">;

export type NewRow = {
  readonly table: VersionedTable;
  readonly row: Plain & { readonly id: string };
  readonly audit: RowAudit;
};

/** Inserts rows at version 1 with an audit event each. */
export async function insertRows(recording: Recording, rows: readonly NewRow[]): Promise<void> {
  for (const { table, row } of rows)
    await recording.writer.insert(table).values({ ...row, version: 1 } as never); // the table's own row type is not known here
  await appendEvents(
    recording,
    rows.map(({ table, row, audit }) => ({ ...audit, tableName: getTableName(table), rowId: row.id })),
  );
}

/** Inserts a row at version 1 with its audit event. */
export function insertRow(
  recording: Recording,
  table: VersionedTable,
  { row, audit }: Omit<NewRow, "table">,
): Promise<void> {
  return insertRows(recording, [{ table, row, audit }]);
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
