import { describe, expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import { csvText } from "./csv";
import { errorAt, type Problem, problemsCsv, sortedProblems, warningAt } from "./problem";

const cell = { file: "a.csv", line: 2, column: "x", value: "1" };

describe("problems", () => {
  it("come errors first, then by file, line and column, each once", () => {
    const problems: Problem[] = [
      warningAt(cell, "odd"),
      errorAt({ ...cell, file: "b.csv" }, "bad"),
      errorAt({ ...cell, line: 10 }, "bad"),
      errorAt(cell, "bad"),
      errorAt(cell, "bad"),
      errorAt({ ...cell, line: null }, "missing"),
    ];
    const order = sortedProblems(problems, ["a.csv", "b.csv"]).map(
      ({ severity, file, line }) => `${severity} ${file} ${line}`,
    );
    expect(order).toEqual([
      "error a.csv null",
      "error a.csv 2",
      "error a.csv 10",
      "error b.csv 2",
      "warning a.csv 2",
    ]);
  });

  it("are written as CSV in which nothing is a formula", () => {
    const csv = problemsCsv([errorAt({ ...cell, value: '=HYPERLINK("x")' }, "not, a code")]);
    expect(csv).toBe(
      'severity,file,line,column,value,reason\r\nerror,a.csv,2,x,"\'=HYPERLINK(""x"")","not, a code"\r\n',
    );
  });
});

describe("CSV text", () => {
  it("comes back as it was", () => {
    const rows = [
      { a: 'say "x"', b: "two\nlines" },
      { a: "", b: " space " },
    ];
    expect(parse(csvText(["a", "b"], rows), { columns: true })).toEqual(rows);
  });
});
