export type Matrix = readonly (readonly number[])[];

/** A pivot below this part of the largest diagonal element counts as 0. */
const singular = 1e-13;

/** The solution of a symmetric positive definite system by Gaussian elimination with diagonal pivots, or null where it is singular. */
export function solveSymmetric(matrix: Matrix, right: readonly number[]): number[] | null {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  const largest = Math.max(0, ...rows.map((row, index) => Math.abs(row[index] ?? 0)));
  for (let step = 0; step < size; step += 1) {
    const best = rows.slice(step).reduce((one, row, index) => {
      const candidate = step + index;
      return Math.abs(row[step] ?? 0) > Math.abs(rows[one]?.[step] ?? 0) ? candidate : one;
    }, step);
    const [pivotRow, other] = [rows[best] ?? [], rows[step] ?? []];
    rows[step] = pivotRow;
    rows[best] = other;
    const pivot = pivotRow[step] ?? 0;
    if (!(Math.abs(pivot) > singular * largest)) return null;
    for (const row of rows.slice(step + 1)) {
      const factor = (row[step] ?? 0) / pivot;
      if (factor !== 0)
        for (let k = step; k <= size; k += 1) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0);
    }
  }
  const solution: number[] = Array.from({ length: size }, () => 0);
  for (let step = size - 1; step >= 0; step -= 1) {
    const row = rows[step] ?? [];
    let rest = row[size] ?? 0;
    for (let k = step + 1; k < size; k += 1) rest -= (row[k] ?? 0) * (solution[k] ?? 0);
    solution[step] = rest / (row[step] ?? 1);
  }
  return solution;
}

/** The product of two columns. */
export function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

/** v'·M·v. */
export function quadratic(matrix: Matrix, vector: readonly number[]): number {
  return dot(
    matrix.map((row) => dot(row, vector)),
    vector,
  );
}
