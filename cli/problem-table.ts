import type { Problem } from "../lib/exchange/problem";

const widest = 40;

const cellsOf = (problem: Problem) =>
  [
    problem.severity,
    problem.file,
    problem.line ?? "",
    problem.column ?? "",
    problem.value.replaceAll(/\s+/g, " "),
    problem.reason,
  ].map((cell) => String(cell));

const shortened = (cell: string) => (cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell);

/** The problems of an import as columns of text, a line each; only the reason may be long. */
export function problemTable(problems: readonly Problem[]): string {
  const rows = [["", "file", "line", "column", "value", "reason"], ...problems.map(cellsOf)].map((cells) =>
    cells.map((cell, index) => (index === cells.length - 1 ? cell : shortened(cell))),
  );
  const widths = rows.reduce<number[]>(
    (most, cells) => cells.map((cell, index) => Math.max(cell.length, most[index] ?? 0)),
    [],
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
