import { describe, expect, it } from "vitest";
import { errorCases, type ProblemCase, warningCases } from "./problem-cases";
import { registryLayout } from "./registry-layout";
import { emptyRegistry, filesOf, planOf, problemsOf, smallRegistry, withCells, withLine } from "./testing";

const found = ({ table, line, cells, column }: ProblemCase) => {
  const records = withCells(smallRegistry, table, line, cells);
  const name = column ?? Object.keys(cells)[0];
  return problemsOf(records).filter(
    (problem) =>
      problem.file === registryLayout[table].file && problem.line === line && problem.column === name,
  );
};

describe("planning an import", () => {
  it("finds nothing wrong with a registry that is right", () => {
    const plan = planOf(filesOf(smallRegistry));
    expect(plan.problems).toEqual([]);
    expect(plan.ok).toBe(true);
    expect(plan.counts).toEqual({ patients: 2, lines: 2, assessments: 2, lesions: 4 });
  });

  it.each(errorCases)("refuses $says", (item) => {
    const [problem] = found(item).filter(({ severity }) => severity === "error");
    expect(problem?.reason).toMatch(item.reason);
    const column = item.column ?? Object.keys(item.cells)[0] ?? "";
    const row = withCells(smallRegistry, item.table, item.line, item.cells)[item.table][item.line - 2];
    expect(problem?.value).toBe(row?.[column] ?? "");
  });

  it.each(warningCases)("warns of $says, and imports", (item) => {
    const [problem] = found(item).filter(({ severity }) => severity === "warning");
    expect(problem?.reason).toMatch(item.reason);
    expect(planOf(filesOf(withCells(smallRegistry, item.table, item.line, item.cells))).ok).toBe(true);
  });

  it("refuses an assessment after the last contact of the living", () => {
    let records = withLine(smallRegistry, "lines", { patient_id: "P2", line_id: "P2-L1", line_no: "1" });
    const visit = { assessment_id: "P2-A1", patient_id: "P2", line_id: "P2-L1", target_sum_mm: "" };
    expect(problemsOf(withLine(records, "assessments", { ...visit, date: "2010-05-01" }))).toEqual([]);
    records = withLine(records, "assessments", { ...visit, date: "2010-05-02" });
    expect(problemsOf(records)).toEqual([
      {
        severity: "error",
        file: "assessments.csv",
        line: 4,
        column: "date",
        value: "2010-05-02",
        reason: "The assessment is after the last contact, 2010-05-01.",
      },
    ]);
  });

  it("tells every bad cell, not only the first", () => {
    let records = withCells(smallRegistry, "patients", 2, {
      sex: "X",
      pT: "T9",
      hb_g_dl: "high",
      ldh_u_l: "1",
    });
    records = withCells(records, "lines", 2, { setting: "none", stop_date: "2009-02-09", line_no: "99" });
    records = withCells(records, "lesions", 5, { organ: "knee", diameter_mm: "x" });
    const cells = problemsOf(records)
      .filter((problem) => problem.severity === "error")
      .map(({ file, line, column }) => `${file}:${line}:${column}`);
    expect(cells).toEqual([
      "patients.csv:2:hb_g_dl",
      "patients.csv:2:ldh_u_l",
      "patients.csv:2:pT",
      "patients.csv:2:sex",
      "therapy_lines.csv:2:line_no",
      "therapy_lines.csv:2:setting",
      "therapy_lines.csv:2:stop_date",
      "target_lesions.csv:5:diameter_mm",
      "target_lesions.csv:5:organ",
    ]);
  });

  it("refuses ids that are in the registry", () => {
    const known = {
      patients: new Set(["P2"]),
      lines: new Set(["P1-L1"]),
      assessments: new Set(["P1-A1"]),
    };
    expect(
      problemsOf(smallRegistry, { ...emptyRegistry, known }).map(({ file, line }) => [file, line]),
    ).toEqual([
      ["patients.csv", 3],
      ["therapy_lines.csv", 2],
      ["assessments.csv", 3],
    ]);
  });

  it("refuses an eleventh target lesion at its line", () => {
    let records = withCells(smallRegistry, "assessments", 3, { target_sum_mm: "" });
    for (let label = 3; label <= 11; label += 1)
      records = withLine(records, "lesions", { lesion_label: `T${label}` });
    expect(problemsOf(records).map(({ file, line, reason }) => [file, line, reason])).toEqual([
      ["target_lesions.csv", 14, "At most 10."],
    ]);
  });
});
