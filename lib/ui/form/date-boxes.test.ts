import { describe, expect, it } from "vitest";
import { afterSeparator, boxesOf, dateOfBoxes, settledBoxes } from "./date-boxes";

const today = "2011-05-03";
const boxes = (day: string, month = "", year = "") => ({ day, month, year });

describe("the boxes of a date", () => {
  it.each([
    [boxes("14", "3", "2009"), "2009-03-14"],
    [boxes("", "3", "2009"), "2009-03"],
    [boxes("", "", "2009"), "2009"],
    [boxes("2009"), "2009"],
    [boxes("1", "mar", "2009"), "2009-03-01"],
    [boxes("14 mar 2009"), "14 mar 2009"],
    [boxes("", "", "14.3.2009"), "14.3.2009"],
    [boxes("31", "", "2009-03-14"), "2009-03-14"],
    [boxes("31", "2", "2009"), "2009-02-31"],
    [boxes("14", "", "2009"), "14 2009"],
    [boxes("14", "3"), "14 3"],
    [boxes("t"), "t"],
    [boxes(""), ""],
  ])("%j make %s", (typed, text) => {
    expect(dateOfBoxes(typed, today)).toBe(text);
  });

  it("spread a date over the three once they are left", () => {
    expect(settledBoxes(boxes("14 mar 2009"), today)).toEqual(boxes("14", "03", "2009"));
    expect(settledBoxes(boxes("", "2009-03-14"), today)).toEqual(boxes("14", "03", "2009"));
    expect(settledBoxes(boxes("t"), today)).toEqual(boxes("03", "05", "2011"));
    expect(settledBoxes(boxes("2009"), today)).toEqual(boxes("", "", "2009"));
  });

  it("keep what is no date as it was typed", () => {
    expect(settledBoxes(boxes("31", "2", "2009"), today)).toEqual(boxes("31", "2", "2009"));
    expect(settledBoxes(boxes("03/04/2009"), today)).toEqual(boxes("03/04/2009"));
  });

  it.each(["2009-03-14", "2009-03", "2009", "", "14", "14 3", "2009-13", "03/04/2009"])(
    "hold %s without changing it",
    (text) => {
      expect(dateOfBoxes(boxesOf(text), today)).toBe(text);
    },
  );

  it("go on at a separator after a day or a month, and not inside a date typed whole", () => {
    expect(afterSeparator("day", "14")).toBe("next");
    expect(afterSeparator("month", "mar")).toBe("next");
    expect(afterSeparator("month", "")).toBe("drop");
    expect(afterSeparator("day", "2009")).toBe("type");
    expect(afterSeparator("year", "2009")).toBe("type");
  });
});
