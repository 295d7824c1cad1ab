import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../db/testing";
import { systemContext } from "../auth/viewer";
import { loadDemonstration } from "../demonstration/load";
import { figureText, rounded } from "../outcomes/figure-text";
import { publishedFor } from "../outcomes/published";
import { reportJson } from "../outcomes/report-json";
import { reportText } from "../outcomes/report-text";
import { intrinsicResistance } from "../outcomes/study-definition";
import type { Figure, StudyReport } from "../outcomes/study-report";
import { reportOf, studyReport } from "./data";

type PublishedFile = {
  readonly published: {
    readonly n: number;
    readonly sex: Readonly<Record<"M" | "F" | "unknown", number>>;
    readonly first_rTKI: Readonly<Record<"sunitinib" | "sorafenib", number>>;
    readonly treatment_interval_months: Readonly<Record<"median" | "min" | "max", number>>;
    readonly pd_mode: Readonly<Record<"new_lesion" | "growth", number>>;
    readonly subsequent: {
      readonly n: number;
      readonly new_lesion: Readonly<Record<"treated" | "refractory" | "stabilised", number>>;
      readonly growth: Readonly<Record<"treated" | "refractory" | "stabilised", number>>;
      readonly class: Readonly<Record<"rTKI" | "mTOR", number>>;
    };
    readonly sequential_pfs_months: Readonly<Record<"median" | "min" | "max", number>>;
    readonly failed_both_lines: number;
    readonly os_months: Readonly<Record<"median" | "lcl" | "ucl", number>>;
  };
};

const folder = join(import.meta.dirname, "../demonstration/busch-2011");
const { published } = JSON.parse(readFileSync(join(folder, "published.json"), "utf8")) as PublishedFile;

let db: TestDatabase;
let report: StudyReport;

const figure = (id: string): Figure => {
  const found = report.figures.find((item) => item.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};

const months = (value: number | null) => (value === null ? null : Number(rounded(value, 1)));

beforeAll(async () => {
  db = await testDatabase();
  const context = systemContext(db, "2026-11-24T08:00:00.000Z", "cli");
  await loadDemonstration(context);
  const found = await studyReport(context, "intrinsic-resistance");
  if (!found) throw new Error("no report");
  report = found;
});

afterAll(() => db.drop());

describe("the demonstration registry gives every published figure", () => {
  it.each([
    ["cohort", published.n],
    ["sex.male", published.sex.M],
    ["sex.female", published.sex.F],
    ["sex.unknown", published.sex.unknown],
    ["index_drug.sunitinib", published.first_rTKI.sunitinib],
    ["index_drug.sorafenib", published.first_rTKI.sorafenib],
    ["progression.new_lesion", published.pd_mode.new_lesion],
    ["progression.growth", published.pd_mode.growth],
    ["subsequent.any", published.subsequent.n],
    ["subsequent.new_lesion", published.subsequent.new_lesion.treated],
    ["refractory.new_lesion", published.subsequent.new_lesion.refractory],
    ["stabilised.new_lesion", published.subsequent.new_lesion.stabilised],
    ["subsequent.growth", published.subsequent.growth.treated],
    ["refractory.growth", published.subsequent.growth.refractory],
    ["stabilised.growth", published.subsequent.growth.stabilised],
    ["subsequent.class.rTKI", published.subsequent.class.rTKI],
    ["subsequent.class.mTOR", published.subsequent.class.mTOR],
    ["failed_both_lines", published.failed_both_lines],
  ])("%s", (id, value) => {
    expect(figure(id).value).toBe(value);
    expect(new Set(figure(id).patients.map((patient) => patient.id)).size).toBe(value);
  });

  it("treatment interval, PFS of the sequential therapy and OS, in months to one decimal", () => {
    const range = ({ value, min, max }: Figure) => [value, min, max].map(months);
    const { treatment_interval_months: interval, sequential_pfs_months: pfs, os_months: os } = published;
    expect(range(figure("treatment_interval"))).toEqual([interval.median, interval.min, interval.max]);
    expect(range(figure("pfs_subsequent"))).toEqual([pfs.median, pfs.min, pfs.max]);
    const { value, lower, upper, events } = figure("os");
    expect([value, lower, upper].map(months)).toEqual([os.median, os.lcl, os.ucl]);
    expect(events).toBe(26);
  });

  it("agrees with every figure printed as published on the page", () => {
    const printed = publishedFor(report.study.id);
    expect(Object.keys(printed?.figures ?? {}).length).toBeGreaterThan(15);
    for (const [id, { agrees, text }] of Object.entries(printed?.figures ?? {}))
      expect([id, agrees(figure(id))], `${text} against ${figureText(figure(id))}`).toEqual([id, true]);
  });

  it("names its tests: Fisher p 0.087 by mode of progression, no association by class", () => {
    expect(rounded(figure("disease_control_by_mode").p ?? 1, 3)).toBe("0.087");
    expect(figure("disease_control_by_mode").method).toContain("Fisher");
    expect(figure("disease_control_by_class").p).toBeGreaterThan(0.05);
    const control = figure("disease_control");
    expect([control.value, control.n]).toEqual([10, 25]);
    expect(
      [control.proportion?.lower, control.proportion?.upper].map((part) => rounded((part ?? 0) * 100, 1)),
    ).toEqual(["21.1", "61.3"]);
  });
});

describe("the report", () => {
  it("excludes in order, and its counts add up to all registered", () => {
    const out = report.flow.reduce((sum, step) => sum + step.excluded.length, 0);
    expect(out + figure("cohort").patients.length).toBe(60);
    expect(report.flow.at(-1)?.remaining).toBe(35);
  });

  it("is plain JSON that names patients by the id of their source", () => {
    const json = JSON.parse(JSON.stringify(reportJson(report))) as ReturnType<typeof reportJson>;
    expect(json.registered).toBe(60);
    expect(json.cutoff).toBeNull();
    expect(json.verdicts).toHaveLength(60);
    expect(json.figures.find((item) => item.id === "cohort")?.patients).toContain("SYN-001");
    expect(json.verdicts.filter((item) => item.included)).toHaveLength(35);
    expect(JSON.stringify(json)).not.toMatch(/NaN|Infinity/);
  });

  it("says the same in words", () => {
    const text = reportText(report);
    expect(text).toContain("Of 60 registered patients, 35 had primary resistance");
    expect(text).toContain("14.9 months (95 % CI 5.5 – 24.4)");
    expect(text).toContain("sequential therapy was 3.2 months (range 1.0 – 16.6)");
  });
});

describe("a definition derived now", () => {
  it("gives what was kept with the records", async () => {
    const context = systemContext(db, report.generatedAt, "cli");
    expect(reportJson(await reportOf(context, intrinsicResistance))).toEqual(reportJson(report));
  });

  it("follows its parameters: a cut-off before everything leaves nobody", async () => {
    const context = systemContext(db, report.generatedAt, "cli");
    const early = await reportOf(context, { ...intrinsicResistance, cutoff: "2000-01-01" });
    expect(early.figures.find((item) => item.id === "cohort")?.value).toBe(0);
    expect(early.registered).toHaveLength(60);
    const any = await reportOf(context, {
      ...intrinsicResistance,
      onTreatmentDays: null,
      cutoff: "2009-01-01",
    });
    expect(any.figures.find((item) => item.id === "cohort")?.value).toBeGreaterThan(0);
    expect(any.figures.find((item) => item.id === "cohort")?.value).toBeLessThan(35);
  });
});

describe("a registry with nobody in it", () => {
  it("gives a report without a number that is not one", async () => {
    const empty = await testDatabase();
    const context = systemContext(empty, "2026-11-24T08:00:00.000Z", "cli");
    const none = await studyReport(context, "intrinsic-resistance");
    expect(none?.figures.find((item) => item.id === "os")?.value).toBeNull();
    expect(JSON.stringify(none)).not.toMatch(/NaN|Infinity/);
    expect(none?.text).toEqual(["No patient is registered yet."]);
    expect(await studyReport(context, "no-such-study")).toBeNull();
    await empty.drop();
  });
});
