import { describe, expect, it } from "vitest";
import { problemTable } from "./problem-table";

const problem = {
  severity: "error",
  file: "a.csv",
  line: 2,
  column: "sex",
  value: "X",
  reason: "No.",
} as const;

describe("the table of problems", () => {
  it("sets the columns under their headers, a problem a line", () => {
    expect(problemTable([problem, { ...problem, line: null, column: null, value: "a\nb" }])).toBe(
      [
        "       file   line  column  value  reason",
        "error  a.csv  2     sex     X      No.",
        "error  a.csv                a b    No.",
      ].join("\n"),
    );
  });

  it("shortens a long value, and never the reason", () => {
    const long = "x".repeat(200);
    const [, row] = problemTable([{ ...problem, value: long, reason: long }]).split("\n");
    expect(row).toContain(`${"x".repeat(39)}…`);
    expect(row?.endsWith(`  ${long}`)).toBe(true);
  });
});
