import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../db/testing";
import { assessmentTable, enrolmentTable, followUpTable, therapyTable } from "../../db/schema/forms";
import { auditEvents, sites } from "../../db/schema/registry";
import type { Context } from "../auth/viewer";
import { loadDemonstration } from "./load";

let db: TestDatabase;
let context: Context;

beforeAll(async () => {
  db = await testDatabase();
  context = {
    db,
    viewer: { id: "cli", username: "cli", name: "Command line", role: "administrator", sites: "all" },
    now: "2026-02-01T08:00:00.000Z",
    source: "cli",
  };
});

afterAll(() => db.drop());

describe("the demonstration", () => {
  it("makes three sites and 60 patients with all their entries", async () => {
    expect(await loadDemonstration(context)).toEqual({ patients: 60 });
    const enrolments = await db.read.select().from(enrolmentTable);
    expect(enrolments).toHaveLength(60);
    expect(await db.read.select().from(therapyTable)).toHaveLength(101);
    expect(await db.read.select().from(assessmentTable)).toHaveLength(253);
    expect(await db.read.select().from(followUpTable)).toHaveLength(60);
    const found = await db.read.select().from(sites);
    expect(Object.fromEntries(found.map((site) => [site.id, site.allocated]))).toEqual({
      BER: 35,
      HAN: 25,
      MUC: 0,
    });
    expect(enrolments.every((row) => "data_origin" in row && row.data_origin === "synthetic")).toBe(true);
  });

  it("tells one event for each entry, each site and the import", async () => {
    const events = await db.read.select({ action: auditEvents.action }).from(auditEvents);
    const counted = (action: string) => events.filter((event) => event.action === action).length;
    expect(counted("entry.create")).toBe(4 * 60 + 101 + 253);
    expect(counted("site.create")).toBe(3);
    expect(counted("registry.import")).toBe(1);
  });

  it("does nothing a second time", async () => {
    expect(await loadDemonstration(context)).toEqual({ patients: 0 });
    expect(await db.read.select().from(enrolmentTable)).toHaveLength(60);
  });
});
