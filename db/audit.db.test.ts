import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "./dialect";
import { appendEvent, eventHash, registryChain } from "./record";
import { auditEvents } from "./schema";
import { type TestDatabase, testDatabase } from "./testing";

let db: TestDatabase;

const actor = { id: "a", name: "Ada", source: "form" } as const;

const append = (rowId: string, patientId: string | null = null) =>
  db.transaction((writer) =>
    appendEvent(
      { writer, actor, at: "2026-11-24T08:00:00.000Z" },
      { action: "entry.create", tableName: "t", rowId, patientId, after: { n: 1 } },
    ),
  );

beforeAll(async () => {
  db = await testDatabase();
  await append("one");
  await append("two");
  await append("three", "patient");
});

afterAll(() => db.drop());

const refusal = async (statement: Promise<unknown>): Promise<string> => {
  try {
    await statement;
    return "accepted";
  } catch (error) {
    return error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error);
  }
};

describe("the audit table", () => {
  it("chains each event to the one before it, one chain for each patient", async () => {
    const chain = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.chain, registryChain))
      .orderBy(asc(auditEvents.sequence));
    expect(chain.map((event) => event.sequence)).toEqual([1, 2]);
    expect(chain[1]?.previousHash).toBe(chain[0]?.hash);
    for (const event of chain) expect(eventHash(event)).toBe(event.hash);
    const [patient] = await db.read.select().from(auditEvents).where(eq(auditEvents.chain, "patient"));
    expect([patient?.sequence, patient?.previousHash]).toEqual([1, ""]);
  });

  it("refuses UPDATE and DELETE in the database itself", async () => {
    expect(
      await refusal(db.transaction((writer) => writer.update(auditEvents).set({ reason: "x" }))),
    ).toMatch(/append-only/);
    expect(await refusal(db.transaction((writer) => writer.delete(auditEvents)))).toMatch(/append-only/);
    expect(await db.read.select().from(auditEvents)).toHaveLength(3);
  });

  it("refuses to replace an event", async () => {
    const [event] = await db.read.select().from(auditEvents).where(eq(auditEvents.rowId, "one"));
    if (!event) throw new Error("no event");
    const replace = db.transaction((writer) =>
      writer
        .insert(auditEvents)
        .values({ ...event, reason: "x" })
        .onConflictDoUpdate({ target: auditEvents.id, set: { reason: "x" } }),
    );
    expect(await refusal(replace)).not.toBe("accepted");
    expect(await db.read.select().from(auditEvents).where(eq(auditEvents.reason, "x"))).toHaveLength(0);
  });

  it("refuses INSERT OR REPLACE on SQLite and TRUNCATE on PostgreSQL", async () => {
    const statement =
      dialect === "sqlite"
        ? sql`insert or replace into audit_events select * from audit_events`
        : sql`truncate audit_events`;
    const run = db.transaction(async (writer) => {
      const raw = writer as unknown as {
        run?: (s: unknown) => unknown;
        execute?: (s: unknown) => Promise<unknown>;
      }; // raw statements are not part of the writer
      if (raw.execute) await raw.execute(statement);
      else raw.run?.(statement);
    });
    expect(await refusal(run)).toMatch(/append-only/);
    expect(await db.read.select().from(auditEvents)).toHaveLength(3);
  });
});
