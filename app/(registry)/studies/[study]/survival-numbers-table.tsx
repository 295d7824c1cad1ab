import type { GroupEstimate } from "@/lib/charts/survival-estimate";
import { survivalNumbers } from "@/lib/charts/survival-numbers";
import { rounded } from "@/lib/outcomes/figure-text";
import { DataTable, numberCell } from "@/lib/ui/data-table";

const percent = (part: number | null) => (part === null ? "–" : rounded(part * 100, 1));

type SurvivalNumbersTableProps = { readonly title: string; readonly estimate: GroupEstimate };

/** A survival curve as a table, at the ticks of its axis. */
export function SurvivalNumbersTable({ title, estimate }: SurvivalNumbersTableProps) {
  return (
    <DataTable label={`${title}, numbers`}>
      <thead>
        <tr>
          {["Months", "At risk", "Survival, %", "Lower, %", "Upper, %"].map((name) => (
            <th key={name} scope="col" className={numberCell}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {survivalNumbers(estimate).map(({ month, atRisk, survival, lower, upper }) => (
          <tr key={month}>
            <th scope="row" className={numberCell}>
              {month}
            </th>
            <td className={numberCell}>{atRisk}</td>
            <td className={numberCell}>{percent(survival)}</td>
            <td className={numberCell}>{percent(lower)}</td>
            <td className={numberCell}>{percent(upper)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
