import { chiSquaredUpper } from "./distributions/chi-squared";
import { checkCount, InputError } from "./input-error";

export type ChiSquaredTest = {
  readonly chiSquared: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly expected: readonly (readonly number[])[];
  /** Pearson's residuals (observed − expected)/√expected; null where nothing is expected. */
  readonly residuals: readonly (readonly (number | null)[])[];
  readonly smallestExpected: number;
  readonly reason: string | null;
};

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * Pearson's χ² test of independence (Pearson 1900). R: `chisq.test(table, correct = continuity)`.
 *
 * Σ (O − E)²/E on (r − 1)(c − 1) degrees of freedom; with Yates's continuity correction (1934), for 2 × 2 only, Σ (|O − E| − y)²/E
 * with y = min(½, |O − E|). A table with an empty row or column, or fewer than two of either, has no test: null with a reason.
 * Throws InputError for a count that is negative or not whole, or rows of different lengths.
 */
export function chiSquaredTest(table: readonly (readonly number[])[], continuity = false): ChiSquaredTest {
  const width = table[0]?.length ?? 0;
  table.forEach((row, index) => {
    if (row.length !== width) throw new InputError("table", index + 1, "is not as long as the first row");
    for (const count of row) checkCount(count, "table", index + 1);
  });
  const rows = table.map(sumOf);
  const columns = Array.from({ length: width }, (_, column) => sumOf(table.map((row) => row[column] ?? 0)));
  const total = sumOf(rows);
  const expected = rows.map((row) => columns.map((column) => (total === 0 ? 0 : (row * column) / total)));
  const smallestExpected = Math.min(...expected.flat());
  const cells = table.flatMap((row, i) =>
    row.map((observed, j) => ({ observed, mean: expected[i]?.[j] ?? 0 })),
  );
  const residuals = table.map((row, i) =>
    row.map((observed, j) => {
      const mean = expected[i]?.[j] ?? 0;
      return mean === 0 ? null : (observed - mean) / Math.sqrt(mean);
    }),
  );
  const df = Math.max(0, (rows.length - 1) * (width - 1));
  const shared = { df, expected, residuals, smallestExpected };
  if (df === 0) return { ...shared, chiSquared: null, p: null, reason: "fewer than two rows or columns" };
  if (!(smallestExpected > 0))
    return { ...shared, chiSquared: null, p: null, reason: "an empty row or column" };
  const largest = Math.max(...cells.map(({ observed, mean }) => Math.abs(observed - mean)));
  const correction = continuity && rows.length === 2 && width === 2 ? Math.min(0.5, largest) : 0;
  const chiSquared = sumOf(
    cells.map(({ observed, mean }) => (Math.abs(observed - mean) - correction) ** 2 / mean),
  );
  return { ...shared, chiSquared, p: chiSquaredUpper(chiSquared, df), reason: null };
}
