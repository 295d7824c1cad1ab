import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../db/testing";
import { eventHash } from "../../db/record";
import { enrolmentTable, formTables } from "../../db/schema/forms";
import { patientOutcomes } from "../../db/schema/outcomes";
import { auditEvents, sites } from "../../db/schema/registry";
import type { Context, SiteScope } from "../auth/viewer";
import { formIds } from "../crf/forms";
import { filesOf, smallRegistry, withCells } from "../exchange/testing";
import { patientEntries } from "../entries/read";
import { checkImport, importRegistry } from "./commands";

let db: TestDatabase;

const as = (scope: SiteScope): Context => ({
  db,
  viewer: { id: "u1", username: "coordinator", name: "Coordinator", role: "coordinator", sites: scope },
  now: "2026-02-01T08:00:00.000Z",
  source: "import",
});

const everywhere = { createSites: true };
const files = filesOf(smallRegistry);

/** How many rows there are of anything an import could write. */
async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const id of formIds) counts[id] = (await db.read.select().from(formTables[id])).length;
  counts.sites = (await db.read.select().from(sites)).length;
  counts.audit = (await db.read.select().from(auditEvents)).length;
  counts.outcomes = (await db.read.select().from(patientOutcomes)).length;
  return counts;
}

beforeEach(async () => {
  db = await testDatabase();
});

afterEach(() => db.drop());

describe("importing a registry", () => {
  it("records every patient with all entries, under pseudonyms of their sites", async () => {
    const seen: number[] = [];
    const result = await importRegistry(as("all"), files, {
      ...everywhere,
      onProgress: (done) => seen.push(done),
    });
    expect(result).toEqual({
      ok: true,
      patients: 2,
      entries: 12,
      counts: { patients: 2, lines: 2, assessments: 2, lesions: 4 },
      warnings: [],
    });
    expect(seen.at(-1)).toBe(2);
    const rows = await db.read.select().from(enrolmentTable);
    const pseudonyms = rows.map((row) => [row.sourceId, "pseudonym" in row && row.pseudonym]);
    expect(Object.fromEntries(pseudonyms)).toEqual({ P1: "C1-0001", P2: "C2-0001" });
    const first = rows.find((row) => row.sourceId === "P1");
    const entries = await patientEntries(db.read, first?.id ?? "");
    expect(entries.map((entry) => entry.form).toSorted()).toEqual([
      "assessment",
      "assessment",
      "diagnosis",
      "enrolment",
      "follow-up",
      "risk",
      "therapy",
      "therapy",
    ]);
    expect(entries.every((entry) => entry.state === "complete" && entry.version === 1)).toBe(true);
    const line = entries.find((entry) => entry.sourceId === "P1-L1");
    const visit = entries.find((entry) => entry.sourceId === "P1-A1");
    expect(visit?.content.values.line).toBe(line?.id);
    expect(visit?.content.values.lesions).toHaveLength(2);
    expect(await db.read.select().from(patientOutcomes)).toHaveLength(2);
  });

  it("seals one event of the import with the files' hashes and counts into the registry's chain", async () => {
    await importRegistry(as("all"), files, everywhere);
    const events = await db.read.select().from(auditEvents);
    const [event, ...more] = events.filter((item) => item.action === "registry.import");
    expect(more).toEqual([]);
    expect(event?.chain).toBe("registry");
    expect(event?.source).toBe("import");
    expect(JSON.parse(event?.after ?? "")).toMatchObject({
      "patients.csv": expect.stringMatching(/^[0-9a-f]{64}$/),
      "target_lesions.csv": expect.stringMatching(/^[0-9a-f]{64}$/),
      patients: 2,
      entries: 12,
    });
    expect(event && eventHash(event)).toBe(event?.hash);
  });

  it("imports nothing when one cell is bad, and leaves no trace", async () => {
    const before = await rowCounts();
    const bad = filesOf(withCells(smallRegistry, "lesions", 5, { diameter_mm: "large" }));
    const result = await importRegistry(as("all"), bad, everywhere);
    expect(result).toEqual({
      ok: false,
      problems: [
        {
          severity: "error",
          file: "target_lesions.csv",
          line: 5,
          column: "diameter_mm",
          value: "large",
          reason: "This is not a number.",
        },
      ],
    });
    expect(await rowCounts()).toEqual(before);
    expect(Object.values(before).every((count) => count === 0)).toBe(true);
  });

  it("refuses the same files a second time, naming each id", async () => {
    await importRegistry(as("all"), files, everywhere);
    const before = await rowCounts();
    const again = await importRegistry(as("all"), files, everywhere);
    expect(again.ok ? [] : again.problems.map(({ file, value }) => `${file} ${value}`)).toEqual([
      "patients.csv P1",
      "patients.csv P2",
      "therapy_lines.csv P1-L1",
      "therapy_lines.csv P1-L2",
      "assessments.csv P1-A0",
      "assessments.csv P1-A1",
    ]);
    expect(await rowCounts()).toEqual(before);
  });

  it("keeps only one of two imports that run at once", async () => {
    const results = await Promise.all([
      importRegistry(as("all"), files, everywhere),
      importRegistry(as("all"), files, everywhere),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await rowCounts()).enrolment).toBe(2);
  });

  it("imports with warnings, and returns them", async () => {
    const overlapping = filesOf(withCells(smallRegistry, "lines", 2, { stop_date: "2009-06-02" }));
    const result = await importRegistry(as("all"), overlapping, everywhere);
    expect(result.ok && result.warnings.map(({ line, column }) => [line, column])).toEqual([
      [2, "stop_date"],
    ]);
  });

  it("finds only the viewer's sites, and makes none for a viewer of some", async () => {
    const scope = ["C1"];
    await importRegistry(
      as("all"),
      filesOf({
        ...smallRegistry,
        patients: smallRegistry.patients.slice(1),
        lines: [],
        assessments: [],
        lesions: [],
      }),
      everywhere,
    );
    const result = await importRegistry(as(scope), files, everywhere);
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : result.problems.map(({ column, value }) => `${column} ${value}`)).toEqual(
      expect.arrayContaining(["centre C1", "centre C2"]),
    );
  });
});

describe("checking an import", () => {
  it("tells what would come, and writes nothing", async () => {
    const before = await rowCounts();
    expect(await checkImport(as("all"), files, everywhere)).toEqual({
      ok: true,
      counts: { patients: 2, lines: 2, assessments: 2, lesions: 4 },
      problems: [],
    });
    expect((await checkImport(as("all"), files)).problems.map(({ column }) => column)).toEqual([
      "centre",
      "centre",
    ]);
    expect(await checkImport(as("all"), files.slice(1))).toMatchObject({ ok: false, counts: null });
    expect(await rowCounts()).toEqual(before);
  });
});
