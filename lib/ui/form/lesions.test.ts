import { describe, expect, it } from "vitest";
import {
  copiedLesions,
  diameterBefore,
  diameterSum,
  isUntouched,
  previousVisit,
  type Visit,
} from "./lesions";

const lesion = (label: string, diameter: number | null) => ({ label, organ: "lung", node: "no", diameter });

const visit = (id: string, date: string, line = "L1"): Visit => ({
  id,
  line,
  date,
  role: "follow-up",
  lesions: [lesion("T1", 21), lesion("T2", null)],
});

const visits = [
  visit("b", "2009-06-01"),
  visit("a", "2009-03"),
  visit("c", "2009-09-01"),
  visit("x", "2010", "L2"),
];

describe("the assessment before", () => {
  it.each([
    ["", null, "c"],
    ["2009-08-01", null, "b"],
    ["2009-09-01", "c", "b"],
    ["", "c", "b"],
    ["2009-01-01", null, undefined],
  ])("on %j for entry %j is %j", (date, entryId, id) => {
    expect(previousVisit(visits, { line: "L1", date, entryId })?.id).toBe(id);
  });

  it("gives its lesions, not measured yet", () => {
    expect(copiedLesions(visits[0] ?? null)).toEqual([
      { label: "T1", organ: "lung", node: "no", diameter: "" },
      { label: "T2", organ: "lung", node: "no", diameter: "" },
    ]);
    expect(copiedLesions(null)).toEqual([]);
  });

  it("is replaced by another line's only while nothing was measured", () => {
    const copied = copiedLesions(visits[0] ?? null);
    expect(isUntouched(copied, copied)).toBe(true);
    expect(isUntouched([], copied)).toBe(true);
    expect(isUntouched([{ label: "T1", organ: "lung", node: "no", diameter: "20" }], copied)).toBe(false);
  });

  it("knows a lesion by its label", () => {
    expect(diameterBefore(visits[0] ?? null, " t1 ")).toBe(21);
    expect(diameterBefore(visits[0] ?? null, "T2")).toBeNull();
    expect(diameterBefore(visits[0] ?? null, "")).toBeNull();
  });
});

describe("the sum of diameters", () => {
  it("adds what is a number, typed or stored, and counts the rest", () => {
    expect(
      diameterSum([{ diameter: "12,5" }, { diameter: 10 }, { diameter: "" }, { diameter: "x" }]),
    ).toEqual({
      sumMm: 22.5,
      measured: 2,
      lesions: 4,
    });
  });

  it("is not 0 where nothing was measured", () => {
    expect(diameterSum([{ diameter: "" }]).measured).toBe(0);
  });
});
