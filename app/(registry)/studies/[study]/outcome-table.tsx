import Link from "next/link";
import { pText } from "@/lib/outcomes/figure-text";
import type { ContingencyTable } from "@/lib/outcomes/study-report";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import { outcomeColumns } from "./selection";
import type { StudyLinks } from "./study-links";

type OutcomeTableProps = { readonly table: ContingencyTable; readonly links: StudyLinks };

/** The outcome of the subsequent line by group, with each test named. */
export function OutcomeTable({ table, links }: OutcomeTableProps) {
  return (
    <>
      <DataTable label={table.title}>
        <thead>
          <tr>
            <th scope="col">{table.id === "disease_control_by_mode" ? "Mode of progression" : "Class"}</th>
            {outcomeColumns.map((column) => (
              <th key={column.id} scope="col" className={numberCell}>
                {column.label}
              </th>
            ))}
            <th scope="col" className={numberCell}>
              Treated
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {outcomeColumns.map((column) => (
                <td key={column.id} className={numberCell}>
                  <Link
                    href={links.cell(table.id, row.id, column.id)}
                    aria-label={`${row[column.key].length} patients: ${row.label}, ${column.label.toLowerCase()}`}
                  >
                    {row[column.key].length}
                  </Link>
                </td>
              ))}
              <td className={numberCell}>
                {row.stabilised.length + row.refractory.length + row.notEvaluable.length}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {table.tests.map((test) => (
        <p key={`${test.name} ${test.note}`}>
          {test.name}
          {test.note && ` (${test.note})`}: {test.p === null ? "not tested" : pText(test.p)}
        </p>
      ))}
    </>
  );
}
