import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { violates } from "./check";
import {
  completedDate,
  dateBounds,
  dateOfDay,
  dateText,
  dayNumber,
  isPartialDate,
  typedDate,
} from "./partial-date";

describe("partial dates", () => {
  it("knows what exists in the calendar", () => {
    expect(["2009", "2009-03", "2009-03-14", "2008-02-29"].every(isPartialDate)).toBe(true);
    expect(
      ["2009-02-29", "2009-13", "2009-3-1", "1899", "", "2009-00", "2009-04-31"].some(isPartialDate),
    ).toBe(false);
  });

  it("bounds and completes", () => {
    expect(dateBounds("2008-02")).toEqual({ earliest: "2008-02-01", latest: "2008-02-29" });
    expect(dateOfDay(completedDate("2008-02").day)).toBe("2008-02-15");
    expect(dateOfDay(completedDate("2008").day)).toBe("2008-07-01");
  });

  it("counts days as the platform's calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 84_000 }), (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dateOfDay(day)).toBe(iso);
        expect(dayNumber(iso)).toBe(day);
      }),
    );
  });

  it.each([
    ["14 mar 2009", "2009-03-14"],
    ["14 March 2009", "2009-03-14"],
    ["mar 2009", "2009-03"],
    ["03/2009", "2009-03"],
    ["2009", "2009"],
    ["14.3.2009", "2009-03-14"],
    ["2009-03-14", "2009-03-14"],
    ["25/12/2009", "2009-12-25"],
    ["t", "2026-11-24"],
  ])("reads %s", (typed, date) => {
    expect(typedDate(typed, "2026-11-24")).toEqual({ ok: true, date });
  });

  it.each(["03/04/2009", "31.2.2009", "soon", "2009-2-30", "14 foo 2009"])(
    "refuses %s, saying why",
    (typed) => {
      const result = typedDate(typed, "2026-11-24");
      expect(result.ok || result.reason.length).toBeGreaterThan(10);
    },
  );

  it("names both readings of an ambiguous date", () => {
    const result = typedDate("03/04/2009", "2026-11-24");
    expect(result.ok ? "" : result.reason).toContain("3 Apr 2009 or 4 Mar 2009");
  });

  it("prints dates as they are read", () => {
    expect(["2009-03-04", "2009-03", "2009"].map(dateText)).toEqual(["4 Mar 2009", "Mar 2009", "2009"]);
  });

  it("violates a comparison only when every completion does", () => {
    expect(violates("2009-02", "before", "2009-03-14")).toBe(true);
    expect(violates("2009-03", "before", "2009-03-14")).toBe(false);
    expect(violates("2009", "after", "2009-03-14")).toBe(false);
    expect(violates("2010", "after", "2009-03-14")).toBe(true);
  });
});
