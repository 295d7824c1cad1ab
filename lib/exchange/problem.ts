import { csvText } from "./csv";

/** Something wrong, or worth a look, in one cell of an imported file. An error keeps the whole import out; a warning does not. */
export type Problem = {
  readonly severity: "error" | "warning";
  readonly file: string;
  /** The line of the file, the header being 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly reason: string;
};

/** Where a problem stands: a cell of a file, and what is written in it. */
export type Cell = Omit<Problem, "severity" | "reason">;

export const problemColumns = ["severity", "file", "line", "column", "value", "reason"] as const;

/** An error at a cell. */
export function errorAt(cell: Cell, reason: string): Problem {
  return { severity: "error", ...cell, reason };
}

/** A warning at a cell. */
export function warningAt(cell: Cell, reason: string): Problem {
  return { severity: "warning", ...cell, reason };
}

/** True when nothing may be imported. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** The problems each once, errors first, then by file in the order given, line and column. */
export function sortedProblems(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const place = (name: string) => (files.includes(name) ? files.indexOf(name) : files.length);
  const each = new Map(problems.map((problem) => [JSON.stringify(Object.values(problem)), problem]));
  return [...each.values()].toSorted(
    (a, b) =>
      a.severity.localeCompare(b.severity, "en") ||
      place(a.file) - place(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? "").localeCompare(b.column ?? "", "en"),
  );
}

/** The problems as a CSV file. A cell that a spreadsheet would run as a formula is given as text. */
export function problemsCsv(problems: readonly Problem[]): string {
  return csvText(problemColumns, problems, { guarded: true });
}
