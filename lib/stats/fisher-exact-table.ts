import { logFactorial } from "./distributions/log-gamma";
import { InputError, checkCount } from "./input-error";
import { networkTail } from "./table-network";

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** A count refused where it is not whole, a table refused where its rows differ in length. */
function checkTable(table: readonly (readonly number[])[]): void {
  table.forEach((row, index) => {
    if (row.length !== table[0]?.length)
      throw new InputError("table", index + 1, "is not as long as the first row");
    for (const count of row) checkCount(count, "table", index + 1);
  });
}

/**
 * Fisher's exact test of an r × c table (Freeman and Halton 1951). R: `fisher.test(table)$p.value`.
 *
 * p is the sum of the probabilities, given the margins, of all tables no more likely than the observed one, those within 1e-7 of it
 * included as in R. Exact, by the network algorithm (Mehta and Patel 1983); a few hundred counts in up to twelve cells take about a
 * second, and time grows steeply with more cells. Empty rows and columns are left out; fewer than two of either give p = 1.
 * Throws InputError for a count that is negative or not whole, or rows of different lengths.
 */
export function fisherExactTable(table: readonly (readonly number[])[]): { readonly p: number } {
  checkTable(table);
  const width = table[0]?.length ?? 0;
  const allColumns = Array.from({ length: width }, (_, column) =>
    sumOf(table.map((row) => row[column] ?? 0)),
  );
  const [rows, columns] = [table.map(sumOf).filter(Boolean), allColumns.filter(Boolean)];
  if (rows.length < 2 || columns.length < 2) return { p: 1 };
  const observed = -sumOf(table.flat().map(logFactorial));
  const [short, long] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  const steps = [...long].sort((one, other) => other - one);
  return { p: Math.min(1, networkTail({ rows: short, columns: steps, observed })) };
}
