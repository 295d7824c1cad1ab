/** L·D·L' of a symmetric matrix; a column that depends on earlier ones has pivot 0 and is left out. */
export type SymmetricFactor = {
  readonly size: number;
  readonly lower: Float64Array;
  readonly pivots: Float64Array;
};

/** R's `toler.chol`, ε^¾: a pivot below this part of the largest diagonal element is taken as 0. */
export const pivotTolerance = Number.EPSILON ** 0.75;

export type FactorOptions = {
  readonly leftOut?: readonly number[];
  readonly tolerance?: number;
  /** What the largest diagonal element is taken to be at least, so that a matrix of rounding errors alone is not factored. */
  readonly least?: number;
};

/** Factors a symmetric matrix, given by rows; columns in `leftOut`, and pivots below the tolerance, are left out. */
export function factorSymmetric(
  matrix: Float64Array,
  size: number,
  { leftOut = [], tolerance = pivotTolerance, least = 0 }: FactorOptions = {},
): SymmetricFactor {
  const lower = new Float64Array(size * size);
  const pivots = new Float64Array(size);
  let largest = least;
  for (let j = 0; j < size; j += 1) largest = Math.max(largest, matrix[j * size + j] ?? 0);
  for (let j = 0; j < size; j += 1) {
    let pivot = matrix[j * size + j] ?? 0;
    for (let k = 0; k < j; k += 1) pivot -= (lower[j * size + k] ?? 0) ** 2 * (pivots[k] ?? 0);
    if (!(pivot > tolerance * largest) || leftOut.includes(j)) continue;
    pivots[j] = pivot;
    lower[j * size + j] = 1;
    for (let i = j + 1; i < size; i += 1) {
      let value = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k += 1)
        value -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0) * (pivots[k] ?? 0);
      lower[i * size + j] = value / pivot;
    }
  }
  return { size, lower, pivots };
}

/** The columns left out of a factor. */
export function leftOutOf({ pivots }: SymmetricFactor): number[] {
  return [...pivots].flatMap((pivot, column) => (pivot === 0 ? [column] : []));
}

/** The solution of M·x = right over the columns kept; 0 for the others. */
export function solveFactored(
  { size, lower, pivots }: SymmetricFactor,
  right: ArrayLike<number>,
): Float64Array {
  const x = new Float64Array(size);
  for (let j = 0; j < size; j += 1) {
    if (pivots[j] === 0) continue;
    let value = right[j] ?? 0;
    for (let k = 0; k < j; k += 1) value -= (lower[j * size + k] ?? 0) * (x[k] ?? 0);
    x[j] = value;
  }
  for (let j = size - 1; j >= 0; j -= 1) {
    if (pivots[j] === 0) continue;
    let value = (x[j] ?? 0) / (pivots[j] ?? 1);
    for (let k = j + 1; k < size; k += 1)
      value -= pivots[k] === 0 ? 0 : (lower[k * size + j] ?? 0) * (x[k] ?? 0);
    x[j] = value;
  }
  return x;
}

/** The inverse over the columns kept, by rows; 0 elsewhere. */
export function invertFactored(factor: SymmetricFactor): number[][] {
  return Array.from({ length: factor.size }, (_, column) => {
    const unit = new Float64Array(factor.size);
    if (factor.pivots[column] !== 0) unit[column] = 1;
    return [...solveFactored(factor, unit)];
  });
}
