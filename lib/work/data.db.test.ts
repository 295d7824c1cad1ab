import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertRow } from "../../db/record";
import { sites } from "../../db/schema/registry";
import { type TestDatabase, testDatabase } from "../../db/testing";
import type { Context } from "../auth/viewer";
import type { FormId } from "../crf/forms";
import { removeEntry, saveEntry } from "../entries/commands";
import { drafts, lacking, recentEntries } from "./data";

let db: TestDatabase;
let minute = 0;

/** A clinician of one site, each context a minute later than the one before. */
function clinician(name: string, site: string): Context {
  minute += 1;
  return {
    db,
    viewer: { id: name, username: name, name, role: "clinician", sites: [site] },
    now: `2026-11-24T08:${String(minute).padStart(2, "0")}:00.000Z`,
    source: "form",
  };
}

async function draft(context: Context, form: FormId, patientId: string | null, values: object = {}) {
  const result = await saveEntry(context, {
    form,
    patientId,
    entryId: null,
    version: null,
    target: "draft",
    content: { values, missing: {}, units: {} },
    reason: null,
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

const ada = () => clinician("ada", "BER");
const ben = () => clinician("ben", "HAN");
const kinds = async (context: Context) => (await lacking(context)).map(({ lack, total }) => [lack, total]);

beforeAll(async () => {
  db = await testDatabase();
  await db.transaction(async (writer) => {
    const at = "2026-11-24T08:00:00.000Z";
    for (const id of ["BER", "HAN"])
      await insertRow({ writer, actor: { id: "test", name: "test", source: "set-up" }, at }, sites, {
        row: { id, name: id, sourceId: null, allocated: 0, createdAt: at },
        audit: { action: "site.create", after: { id } },
      });
  });
});

afterAll(() => db.drop());

describe("the work list", () => {
  let patient: string;
  let line: string;

  it("is empty in an empty registry", async () => {
    expect(await drafts(ada())).toEqual({ entries: [], total: 0 });
    expect(await lacking(ada())).toEqual([]);
    expect(await recentEntries(ada())).toEqual([]);
  });

  it("shows the drafts of one's sites, newest first", async () => {
    patient = (await draft(ada(), "enrolment", null, { site: "BER" })).patientId;
    line = (await draft(ada(), "therapy", patient, { drugs: ["sunitinib"] })).entryId;
    await draft(ben(), "enrolment", null, { site: "HAN" });
    const found = await drafts(ada());
    expect(found.total).toBe(2);
    expect(found.entries.map(({ form, pseudonym, by }) => [form, pseudonym, by])).toEqual([
      ["therapy", "BER-0001", "ada"],
      ["enrolment", "BER-0001", "ada"],
    ]);
  });

  it("names what is missing, each at one's own sites only", async () => {
    expect(await kinds(ada())).toEqual([
      ["diagnosis", 1],
      ["follow-up", 1],
      ["assessment", 1],
      ["baseline", 1],
    ]);
    expect(await kinds(ben())).toEqual([
      ["diagnosis", 1],
      ["follow-up", 1],
    ]);
    expect((await lacking(ada()))[2]?.patients).toEqual([
      { patientId: patient, lineId: line, pseudonym: "BER-0001" },
    ]);
  });

  it("counts an assessment without a line for none, one without a baseline for itself", async () => {
    await draft(ada(), "assessment", patient);
    expect((await kinds(ada())).map(([kind]) => kind)).toContain("assessment");
    await draft(ada(), "assessment", patient, { line, role: "follow-up" });
    expect((await kinds(ada())).map(([kind]) => kind)).toEqual(["diagnosis", "follow-up", "baseline"]);
    await draft(ada(), "assessment", patient, { line, role: "baseline" });
    await draft(ada(), "diagnosis", patient);
    expect(await kinds(ada())).toEqual([["follow-up", 1]]);
  });

  it("misses again what was removed", async () => {
    const { entryId, version } = await draft(ada(), "follow-up", patient, { status: "alive" });
    expect(await kinds(ada())).toEqual([]);
    await removeEntry(ada(), { form: "follow-up", entryId, version, reason: "wrong patient" });
    expect(await kinds(ada())).toEqual([["follow-up", 1]]);
  });

  it("shows what one saved last, each entry once, without the removed", async () => {
    const entries = await recentEntries(ada());
    expect(entries.map(({ form }) => form)).toEqual([
      "diagnosis",
      "assessment",
      "assessment",
      "assessment",
      "therapy",
      "enrolment",
    ]);
    expect((await recentEntries(ben())).map(({ pseudonym }) => pseudonym)).toEqual(["HAN-0001"]);
  });
});
