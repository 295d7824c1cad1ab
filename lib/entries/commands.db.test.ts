import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertRow } from "../../db/record";
import { auditEvents, patientOutcomes, sites, timesToEvent } from "../../db/schema";
import { type TestDatabase, testDatabase } from "../../db/testing";
import type { Context, Viewer } from "../auth/viewer";
import type { FormId } from "../crf/forms";
import { removeEntry, saveEntry } from "./commands";
import { entriesOf } from "./data";
import type { SaveInput, SaveResult } from "./entry";

let db: TestDatabase;
let berlin: Context;
let hanover: Context;

const viewer = (name: string, site: string): Viewer => ({
  id: name,
  username: name,
  name,
  role: "clinician",
  sites: [site],
});

const contextOf = (who: Viewer): Context => ({
  db,
  viewer: who,
  now: "2026-11-24T08:00:00.000Z",
  source: "form",
});

beforeAll(async () => {
  db = await testDatabase();
  berlin = contextOf(viewer("ada", "BER"));
  hanover = contextOf(viewer("ben", "HAN"));
  await db.transaction(async (writer) => {
    const recording = {
      writer,
      actor: { id: "test", name: "test", source: "set-up" as const },
      at: berlin.now,
    };
    for (const id of ["BER", "HAN"])
      await insertRow(recording, sites, {
        row: { id, name: id, sourceId: null, allocated: 0, createdAt: berlin.now },
        audit: { action: "site.create", after: { id } },
      });
  });
});

afterAll(() => db.drop());

const input = (form: FormId, over: Partial<SaveInput> & { values: object }): SaveInput => {
  const { values, ...rest } = over;
  return {
    form,
    patientId: null,
    entryId: null,
    version: null,
    target: "complete",
    reason: null,
    content: { values, missing: {}, units: {} },
    ...rest,
  };
};

const saved = (result: SaveResult) => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

const enrol = async (context: Context, site: string) =>
  saved(
    await saveEntry(
      context,
      input("enrolment", { values: { site, sex: "male", dataOrigin: "clinical" }, target: "draft" }),
    ),
  ).patientId;

const line = {
  setting: "metastatic",
  drugs: ["sunitinib"],
  doseSchedule: "50 mg",
  startDate: "2009-01-01",
  status: "stopped",
  stopDate: "2009-04-01",
  stopReason: "progression",
};

const visit = (lineId: string, response: string) => ({
  line: lineId,
  date: "2009-03-22",
  role: "follow-up",
  method: "CT",
  nontarget: "none",
  newLesion: "yes",
  newLesionSite: "bone",
  response,
});

const entryIn = async (context: Context, patientId: string, entryId: string) =>
  (await entriesOf(context, patientId))?.find((entry) => entry.id === entryId) ?? null;

const outcomeOf = async (patientId: string) =>
  (await db.read.select().from(patientOutcomes).where(eq(patientOutcomes.patientId, patientId)))[0];

describe("saving an entry", () => {
  it("allocates pseudonyms per site and never twice", async () => {
    const ids = [await enrol(berlin, "BER"), await enrol(berlin, "BER"), await enrol(hanover, "HAN")];
    const pseudonyms = [];
    for (const [index, id] of ids.entries()) {
      const entries = await entriesOf(index === 2 ? hanover : berlin, id);
      pseudonyms.push(entries?.[0]?.content.values.pseudonym);
    }
    expect(pseudonyms).toEqual(["BER-0001", "BER-0002", "HAN-0001"]);
  });

  it("recomputes the study in the transaction of each save, and takes the correction back with a reason", async () => {
    const patientId = await enrol(berlin, "BER");
    const therapy = saved(await saveEntry(berlin, input("therapy", { patientId, values: line })));
    expect((await outcomeOf(patientId))?.failedAt).toBe("evaluable");
    const assessed = saved(
      await saveEntry(berlin, input("assessment", { patientId, values: visit(therapy.entryId, "PD") })),
    );
    expect((await outcomeOf(patientId))?.included).toBe(true);
    const times = await db.read.select().from(timesToEvent).where(eq(timesToEvent.patientId, patientId));
    expect(times.find((row) => row.endpoint === "PFS")).toMatchObject({ days: 80, event: 1 });

    const correction = input("assessment", {
      patientId,
      entryId: assessed.entryId,
      version: 1,
      values: visit(therapy.entryId, "SD"),
    });
    expect(await saveEntry(berlin, correction)).toMatchObject({ ok: false, reason: "reason-needed" });
    saved(await saveEntry(berlin, { ...correction, reason: "central review" }));
    expect(await outcomeOf(patientId)).toMatchObject({ included: false, failedAt: "resistance_event" });

    const events = await db.read.select().from(auditEvents).where(eq(auditEvents.rowId, assessed.entryId));
    const change = events.find((event) => event.action === "entry.change");
    expect(change).toMatchObject({
      actorName: "ada",
      reason: "central review",
      before: '{"response":"PD"}',
      after: '{"response":"SD"}',
    });
  });

  it("refuses a stale version with what stands there now, and writes nothing", async () => {
    const patientId = await enrol(berlin, "BER");
    const first = saved(
      await saveEntry(berlin, input("therapy", { patientId, values: line, target: "draft" })),
    );
    const change = { patientId, entryId: first.entryId, version: 1, target: "draft" as const };
    const dose = (doseSchedule: string) => input("therapy", { ...change, values: { ...line, doseSchedule } });
    saved(await saveEntry(berlin, dose("37.5 mg")));
    const stale = await saveEntry(berlin, dose("25 mg"));
    expect(stale).toMatchObject({ ok: false, reason: "conflict", current: { version: 2, updatedBy: "ada" } });
    expect((await entryIn(berlin, patientId, first.entryId))?.content.values.doseSchedule).toBe("37.5 mg");
  });

  it("lets one of two simultaneous saves win", async () => {
    const patientId = await enrol(berlin, "BER");
    const first = saved(
      await saveEntry(berlin, input("therapy", { patientId, values: line, target: "draft" })),
    );
    const results = await Promise.all(
      ["1 mg", "2 mg", "3 mg"].map((doseSchedule) =>
        saveEntry(
          berlin,
          input("therapy", {
            patientId,
            entryId: first.entryId,
            version: 1,
            target: "draft",
            values: { ...line, doseSchedule },
          }),
        ),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "conflict")).toHaveLength(2);
  });

  it("does not find another site's patient, whichever way it is asked", async () => {
    const patientId = await enrol(hanover, "HAN");
    expect(await entriesOf(berlin, patientId)).toBeNull();
    expect(await entryIn(berlin, patientId, patientId)).toBeNull();
    expect(await saveEntry(berlin, input("therapy", { patientId, values: line }))).toMatchObject({
      ok: false,
      reason: "not-found",
    });
    const elsewhere = input("enrolment", { values: { site: "HAN", sex: "male" }, target: "draft" });
    expect(await saveEntry(berlin, elsewhere)).toMatchObject({ ok: false, reason: "invalid" });
  });

  it("refuses a second diagnosis, a death before the last dose, and a reference to another patient's line", async () => {
    const patientId = await enrol(berlin, "BER");
    const diagnosis = input("diagnosis", { patientId, values: {}, target: "draft" });
    saved(await saveEntry(berlin, diagnosis));
    expect(await saveEntry(berlin, diagnosis)).toMatchObject({ ok: false, reason: "conflict" });
    saved(await saveEntry(berlin, input("therapy", { patientId, values: line })));
    const death = { status: "dead", deathDate: "2009-03-31", deathCause: "mRCC" };
    expect(await saveEntry(berlin, input("follow-up", { patientId, values: death }))).toMatchObject({
      ok: false,
      issues: [{ field: "deathDate", message: "The death is dated before the last dose of a therapy line." }],
    });
    const other = await enrol(berlin, "BER");
    const theirs = saved(await saveEntry(berlin, input("therapy", { patientId: other, values: line })));
    const misplaced = input("assessment", { patientId, values: visit(theirs.entryId, "PD") });
    expect(await saveEntry(berlin, misplaced)).toMatchObject({ ok: false, issues: [{ field: "line" }] });
  });

  it("warns of overlapping lines and saves them", async () => {
    const patientId = await enrol(berlin, "BER");
    saved(await saveEntry(berlin, input("therapy", { patientId, values: line })));
    const second = { ...line, startDate: "2009-03-01", stopDate: "2009-06-01" };
    const result = saved(await saveEntry(berlin, input("therapy", { patientId, values: second })));
    expect(result.warnings.map((warning) => warning.field)).toEqual(["startDate"]);
  });
});

describe("removing an entry", () => {
  it("takes a reason, keeps a line with assessments, and re-derives", async () => {
    const patientId = await enrol(berlin, "BER");
    const therapy = saved(await saveEntry(berlin, input("therapy", { patientId, values: line })));
    const assessed = saved(
      await saveEntry(berlin, input("assessment", { patientId, values: visit(therapy.entryId, "PD") })),
    );
    const remove = (form: FormId, entryId: string, reason: string) =>
      removeEntry(berlin, { form, entryId, version: 1, reason });
    expect(await remove("therapy", therapy.entryId, "wrong")).toMatchObject({
      ok: false,
      reason: "not-allowed",
    });
    expect(await remove("assessment", assessed.entryId, " ")).toMatchObject({
      ok: false,
      reason: "reason-needed",
    });
    expect(await remove("assessment", assessed.entryId, "other patient")).toMatchObject({ ok: true });
    expect((await outcomeOf(patientId))?.failedAt).toBe("evaluable");
    expect(await entryIn(berlin, patientId, assessed.entryId)).toBeNull();
    expect(await remove("enrolment", patientId, "wrong")).toMatchObject({ ok: false, reason: "not-allowed" });
  });
});
