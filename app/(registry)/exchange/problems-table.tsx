"use client";

import { Button } from "@mantine/core";
import { type Problem, problemsCsv } from "@/lib/exchange/problem";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import classes from "./exchange.module.css";
import { mostRows } from "./limits";

type Props = {
  readonly problems: readonly Problem[];
  /** How many there are, where not all of them came. */
  readonly total: number;
};

/** Every bad cell as a row, errors before warnings; the whole list can be kept as a file. */
export function ProblemsTable({ problems, total }: Props) {
  const shown = problems.slice(0, mostRows);
  return (
    <>
      <div className={classes.bar}>
        <Button variant="default" size="xs" onClick={() => download(problemsCsv(problems))}>
          Download the report (CSV)
        </Button>
        {shown.length < total && (
          <span>
            The first {shown.length} of {total.toLocaleString("en")} are shown
            {problems.length < total
              ? `; the report holds the first ${problems.length.toLocaleString("en")}.`
              : "; the report holds all."}
          </span>
        )}
      </div>
      <DataTable label="Report of the check" tall>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" className={numberCell}>
              Line
            </th>
            <th scope="col">Column</th>
            <th scope="col">Value</th>
            <th scope="col">Reason</th>
            <th scope="col">Kind</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((problem) => (
            <ProblemRow key={JSON.stringify(Object.values(problem))} problem={problem} />
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

function ProblemRow({ problem }: { readonly problem: Problem }) {
  const { severity, file, line, column, value, reason } = problem;
  return (
    <tr>
      <th scope="row">{file}</th>
      <td className={numberCell}>{line ?? "–"}</td>
      <td className={classes.code}>{column ?? "–"}</td>
      <td className={classes.value}>{value === "" ? "–" : value}</td>
      <td className={classes.reason}>{reason}</td>
      <td className={severity === "error" ? classes.error : undefined}>
        {severity === "error" ? "Error" : "Warning"}
      </td>
    </tr>
  );
}

function download(csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "import-report.csv";
  link.click();
  URL.revokeObjectURL(address);
}
