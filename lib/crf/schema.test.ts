import { describe, expect, it } from "vitest";
import { assessment, diagnosis, followUp, formById, formIds, risk, therapy } from "./forms";
import { completeSchema, draftSchema, emptyContent, softFailures } from "./schema";
import { canonicalValues } from "./units";

const today = "2026-11-24";

const content = (values: object, missing: object = {}, units: object = {}) => ({ values, missing, units });

const issuesOf = (schema: ReturnType<typeof draftSchema>, input: unknown) => {
  const result = schema.safeParse(input);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.slice(1).join(".")}: ${issue.message}`);
};

const line = {
  setting: "metastatic",
  drugs: ["sunitinib"],
  doseSchedule: "50 mg",
  startDate: "2009-03-14",
  status: "stopped",
  stopDate: "2009-06",
  stopReason: "progression",
};

describe("draft schema", () => {
  it.each(formIds)("takes an empty %s, and gives every field", (id) => {
    const form = formById(id);
    const parsed = draftSchema(form, today).parse(content({}));
    expect(parsed).toEqual(emptyContent(form));
  });

  it("takes values as typed: comma decimals, dates in words, empty strings as nothing", () => {
    const parsed = draftSchema(risk, today).parse(
      content({ haemoglobin: "12,5", date: "14 mar 2009", karnofsky: "", ecog: "" }),
    );
    expect(parsed.values).toMatchObject({
      haemoglobin: 12.5,
      date: "2009-03-14",
      karnofsky: null,
      ecog: null,
    });
  });

  it("refuses text in a number, a code not on the list, a long text, an impossible day, each at its field", () => {
    const draft = draftSchema(risk, today);
    expect(issuesOf(draft, content({ calcium: "high" }))).toEqual(["calcium: This is not a number."]);
    expect(issuesOf(draft, content({ calcium: "1.234,5" }))).toEqual(["calcium: This is not a number."]);
    expect(issuesOf(draft, content({ ecog: "9" }))).toEqual(["ecog: This is not one of the choices."]);
    expect(issuesOf(draft, content({ date: "2009-02-30" }))).toHaveLength(1);
    expect(issuesOf(draftSchema(therapy, today), content({ note: "x".repeat(10_000) }))).toEqual([
      "note: At most 2,000 characters.",
    ]);
  });

  it("drops what the form does not know, and reasons and units it does not take", () => {
    const parsed = draftSchema(therapy, today).parse(
      content({ ...line, evil: 1 }, { startDate: "unknown", stopDate: "" }, { startDate: "d" }),
    );
    expect(Object.keys(parsed.values)).not.toContain("evil");
    expect(parsed.missing).toEqual({});
    expect(parsed.units).toEqual({});
  });

  it("parses groups, fields left out included", () => {
    const parsed = draftSchema(assessment, today).parse(
      content({ lesions: [{ label: "T1", organ: "lung", node: "no", diameter: "12" }, { label: "T2" }] }),
    );
    expect(parsed.values.lesions).toEqual([
      { label: "T1", organ: "lung", node: "no", diameter: 12 },
      { label: "T2", organ: null, node: null, diameter: null },
    ]);
  });
});

describe("complete schema", () => {
  it("takes a complete therapy line with a partial date", () => {
    expect(issuesOf(completeSchema(therapy, today), content(line))).toEqual([]);
  });

  it("asks for every required field that is collected, and no other", () => {
    const issues = issuesOf(completeSchema(therapy, today), content({ status: "ongoing" }));
    expect(issues.map((issue) => issue.split(":")[0])).toEqual([
      "setting",
      "drugs",
      "doseSchedule",
      "startDate",
    ]);
  });

  it("takes a missing reason for a value, but not both", () => {
    const complete = completeSchema(therapy, today);
    const { doseSchedule: _, ...rest } = line;
    expect(issuesOf(complete, content(rest, { doseSchedule: "unknown" }))).toEqual([]);
    expect(issuesOf(complete, content(line, { doseSchedule: "unknown" }))).toHaveLength(1);
  });

  it("refuses a stop before the start and a day in the future", () => {
    const complete = completeSchema(therapy, today);
    expect(issuesOf(complete, content({ ...line, stopDate: "2009-03-13" }))).toEqual([
      "stopDate: The last dose is before the first dose.",
    ]);
    expect(
      issuesOf(complete, content({ ...line, startDate: "2026-11-25", stopDate: "2026-11-26" })),
    ).toHaveLength(2);
  });

  it("fails a partial date only when every completion fails", () => {
    const complete = completeSchema(therapy, today);
    expect(issuesOf(complete, content({ ...line, stopDate: "2009-03" }))).toEqual([]);
    expect(issuesOf(complete, content({ ...line, stopDate: "2009-02" }))).toHaveLength(1);
  });

  it("judges a number by its unit as entered", () => {
    const form = { date: "2009-03-14", karnofsky: 80, ecog: "1", haemoglobin: 140 };
    const missing = Object.fromEntries(
      ["calcium", "albumin", "ldh", "neutrophils", "platelets"].map((key) => [key, "not-done"]),
    );
    const complete = completeSchema(risk, today);
    expect(issuesOf(complete, content(form, missing))).toEqual(["haemoglobin: Expected 2 to 25 g/dL."]);
    const grams = content({ ...form, haemoglobinLln: 120 }, missing, { haemoglobin: "g/L" });
    expect(issuesOf(complete, grams)).toEqual([]);
    expect(canonicalValues(risk, complete.parse(grams))).toMatchObject({
      haemoglobin: 14,
      haemoglobinLln: 12,
    });
  });

  it("refuses a choice that is not open under its condition, and keeps analysis from what is not collected", () => {
    const visit = { line: "x", date: "2009-03", role: "baseline", method: "CT", nontarget: "PD" };
    expect(issuesOf(completeSchema(assessment, today), content(visit))).toHaveLength(1);
    const parsed = completeSchema(assessment, today).parse(
      content({ ...visit, nontarget: "present", response: "PD" }),
    );
    expect(canonicalValues(assessment, parsed).response).toBeNull();
  });

  it("warns softly and still completes", () => {
    const values = { diagnosisDate: "2009-03-01", metastaticDate: "2008-01-01" };
    const warnings = softFailures(diagnosis, { ...emptyContent(diagnosis), values }, today);
    expect(warnings.map((warning) => warning.field)).toEqual(["metastaticDate"]);
  });

  it("collects the date of death only of the dead", () => {
    const complete = completeSchema(followUp, today);
    expect(issuesOf(complete, content({ status: "alive", date: "2010-01-01" }))).toEqual([]);
    expect(issuesOf(complete, content({ status: "dead" }))).toHaveLength(2);
  });
});
