import { describe, expect, it } from "vitest";
import { formById } from "../../crf/forms";
import { emptyContent } from "../../crf/schema";
import { checkContent, obstacles } from "./check-content";
import { isEmptyAnswer, sentContent, typedContent, type TypedValue } from "./typed-content";

const today = "2011-05-03";

const typedRisk = (values: Record<string, TypedValue>, rest: { units?: Record<string, string> } = {}) => {
  const form = formById("risk");
  const typed = typedContent(form, emptyContent(form));
  return {
    form,
    typed: { ...typed, values: { ...typed.values, ...values }, units: { ...typed.units, ...rest.units } },
  };
};

describe("what is typed", () => {
  it("shows stored values as text and turns them back", () => {
    const form = formById("assessment");
    const empty = emptyContent(form);
    const content = {
      ...empty,
      values: {
        ...empty.values,
        role: "baseline",
        lesions: [{ label: "T1", organ: "lung", node: "no", diameter: 12.5 }],
      },
    };
    const typed = typedContent(form, content);
    expect(typed.values.lesions).toEqual([{ label: "T1", organ: "lung", node: "no", diameter: "12.5" }]);
    expect(checkContent(form, typed, today).content).toEqual(content);
  });

  it("is read with a decimal comma, in the unit chosen", () => {
    const { form, typed } = typedRisk({ haemoglobin: "12,5" });
    expect(checkContent(form, typed, today).content.values.haemoglobin).toBe(12.5);
    expect(sentContent(form, typed).units).toEqual({ haemoglobin: "g/dL" });
    const other = typedRisk({ haemoglobin: "125" }, { units: { haemoglobin: "g/L" } });
    expect(sentContent(other.form, other.typed).units).toEqual({ haemoglobin: "g/L" });
  });

  it("sends no unit without a value", () => {
    const { form, typed } = typedRisk({}, { units: { haemoglobin: "g/L" } });
    expect(sentContent(form, typed).units).toEqual({});
  });

  it("is not sent where its condition fails", () => {
    const form = formById("follow-up");
    const typed = typedContent(form, emptyContent(form));
    typed.values.status = "alive";
    typed.values.deathDate = "2010-01-01";
    typed.missing.deathCause = "unknown";
    const sent = sentContent(form, typed);
    expect(sent.values.deathDate).toBe("");
    expect(sent.missing).toEqual({});
  });

  it("is empty when it is blank", () => {
    expect([" ", "", [], undefined].map((value) => isEmptyAnswer(value))).toEqual([true, true, true, true]);
    expect(["0", ["a"]].map((value) => isEmptyAnswer(value))).toEqual([false, false]);
  });
});

describe("a check", () => {
  it("names every value that cannot be read, and still checks the others", () => {
    const { form, typed } = typedRisk({ haemoglobin: "abc", date: "31 feb 2009", calcium: "99" });
    const checked = checkContent(form, typed, today);
    expect(checked.malformed.map(({ field }) => field).toSorted()).toEqual(["date", "haemoglobin"]);
    expect(checked.failed.map(({ field }) => field)).toEqual(["calcium"]);
    expect(checked.incomplete.map(({ field }) => field)).not.toContain("haemoglobin");
  });

  it("lets a draft be incomplete, but not unreadable", () => {
    const { form, typed } = typedRisk({ calcium: "99", haemoglobin: "abc" });
    const checked = checkContent(form, typed, today);
    expect(obstacles(checked, "draft").map(({ field }) => field)).toEqual(["haemoglobin"]);
    expect(obstacles(checked, "complete").map(({ field }) => field)).toContain("calcium");
  });

  it("finds a cell of a group", () => {
    const form = formById("assessment");
    const typed = typedContent(form, emptyContent(form));
    typed.values.lesions = [
      { label: "T1", organ: "lung", node: "no", diameter: "1o" },
      { label: "", organ: "lung", node: "no", diameter: "10" },
    ];
    const checked = checkContent(form, typed, today);
    expect(checked.malformed.map(({ field }) => field)).toEqual(["lesions.0.diameter"]);
    expect(checked.incomplete.map(({ field }) => field)).toContain("lesions.1.label");
  });

  it("warns softly", () => {
    const form = formById("diagnosis");
    const typed = typedContent(form, emptyContent(form));
    typed.values.diagnosisDate = "2009-03";
    typed.values.metastaticDate = "2008";
    expect(checkContent(form, typed, today).warnings.map(({ field }) => field)).toEqual(["metastaticDate"]);
  });
});
