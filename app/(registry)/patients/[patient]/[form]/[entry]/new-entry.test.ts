import { describe, expect, it } from "vitest";
import type { FormId } from "@/lib/crf/forms";
import type { Entry } from "@/lib/entries/entry";
import { newContent } from "./new-entry";

const entry = (id: string, form: FormId, values: Record<string, unknown>): Entry => ({
  id,
  form,
  patientId: "P",
  state: "complete",
  version: 1,
  sourceId: null,
  createdAt: "2011-01-01T00:00:00.000Z",
  createdBy: "A",
  updatedAt: "2011-01-01T00:00:00.000Z",
  updatedBy: "A",
  content: { values, missing: {}, units: {} },
});

const lines = [
  entry("L1", "therapy", { drugs: ["sunitinib"], startDate: "2010-01-05" }),
  entry("L2", "therapy", { drugs: ["everolimus"], startDate: "2010-03-05" }),
];
const lesions = [{ label: "T1", organ: "lung", node: "no", diameter: 21 }];
const visit = entry("V", "assessment", { line: "L1", date: "2010-01-02", role: "baseline", lesions });
const sites = [{ id: "BER" }];

const values = (
  form: FormId,
  preset: Record<string, string> = {},
  entries: readonly Entry[] = [...lines, visit],
) => newContent(form, { entries, preset, sites }).values;

describe("a new entry", () => {
  it("takes from the address what a field can hold, and nothing else", () => {
    expect(values("follow-up", { status: "dead" }).status).toBe("dead");
    expect(values("follow-up", { status: "gone", note: "x", __proto__x: "y" })).toMatchObject({
      status: null,
      note: null,
    });
    expect(values("assessment", { line: "somebody else's" }).line).toBe("L2");
  });

  it("has the only site, and chooses none of several", () => {
    expect(values("enrolment").site).toBe("BER");
    expect(
      newContent("enrolment", { entries: [], preset: {}, sites: [...sites, { id: "HAN" }] }).values.site,
    ).toBeNull();
  });

  it("is the baseline of the latest line that was never assessed", () => {
    expect(values("assessment")).toMatchObject({ line: "L2", role: "baseline", lesions: [] });
  });

  it("is a follow-up with the lesions of the last visit, not measured yet", () => {
    expect(values("assessment", { line: "L1" })).toMatchObject({
      role: "follow-up",
      lesions: [{ label: "T1", organ: "lung", node: "no", diameter: null }],
    });
  });

  it("copies nothing into a baseline asked for", () => {
    expect(values("assessment", { line: "L1", role: "baseline" })).toMatchObject({
      role: "baseline",
      lesions: [],
    });
  });

  it("has no line where the patient has none", () => {
    expect(values("assessment", {}, [])).toMatchObject({ line: null, role: null });
  });
});
