import type { CoxDesign } from "./cox-design";

type Risks = { readonly from: number; readonly to: number; readonly shift: number };

/** Writes exp(βx − shift) of some rows. Apart from the sums, since a call of exp empties the registers these live in. */
export function riskWeights({ rows, width, weights }: CoxDesign, beta: Float64Array, range: Risks): void {
  const { from, to, shift } = range;
  if (width === 3) {
    const b0 = beta[0] ?? 0;
    const b1 = beta[1] ?? 0;
    const b2 = beta[2] ?? 0;
    for (let row = from, at = 3 * from; row < to; row += 1, at += 3)
      weights[row] = Math.exp(
        b0 * (rows[at] ?? 0) + b1 * (rows[at + 1] ?? 0) + b2 * (rows[at + 2] ?? 0) - shift,
      );
    return;
  }
  for (let row = from, at = from * width; row < to; row += 1, at += width) {
    let eta = -shift;
    for (let j = 0; j < width; j += 1) eta += (beta[j] ?? 0) * (rows[at + j] ?? 0);
    weights[row] = Math.exp(eta);
  }
}

export type RowRange = {
  readonly from: number;
  readonly to: number;
  /** r of every row. */
  readonly weights: Float64Array;
  /** 1 + width + width² cells: Σr, Σr·x, and the lower triangle of Σr·xx' by rows. */
  readonly into: Float64Array;
};

/** Adds r, r·x and the lower triangle of r·xx' of some rows. */
export function addRows(rows: Float64Array, width: number, range: RowRange): void {
  if (width === 3) addThree(rows, range);
  else addAny(rows, width, range);
}

function addAny(rows: Float64Array, width: number, { from, to, weights, into }: RowRange): void {
  for (let row = from; row < to; row += 1) {
    const at = row * width;
    const r = weights[row] ?? 0;
    into[0] = (into[0] ?? 0) + r;
    let cell = 1 + width;
    for (let j = 0; j < width; j += 1) {
      const part = r * (rows[at + j] ?? 0);
      into[1 + j] = (into[1 + j] ?? 0) + part;
      for (let k = 0; k <= j; k += 1) into[cell + k] = (into[cell + k] ?? 0) + part * (rows[at + k] ?? 0);
      cell += width;
    }
  }
}

/** The same for three covariates, with the sums in local numbers instead of memory. */
function addThree(rows: Float64Array, { from, to, weights, into }: RowRange): void {
  let s = 0;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s00 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  for (let row = from, at = 3 * from; row < to; row += 1, at += 3) {
    const r = weights[row] ?? 0;
    const x0 = rows[at] ?? 0;
    const x1 = rows[at + 1] ?? 0;
    const x2 = rows[at + 2] ?? 0;
    const r0 = r * x0;
    const r1 = r * x1;
    const r2 = r * x2;
    s += r;
    s0 += r0;
    s1 += r1;
    s2 += r2;
    s00 += r0 * x0;
    s10 += r1 * x0;
    s11 += r1 * x1;
    s20 += r2 * x0;
    s21 += r2 * x1;
    s22 += r2 * x2;
  }
  into[0] = (into[0] ?? 0) + s;
  into[1] = (into[1] ?? 0) + s0;
  into[2] = (into[2] ?? 0) + s1;
  into[3] = (into[3] ?? 0) + s2;
  into[4] = (into[4] ?? 0) + s00;
  into[7] = (into[7] ?? 0) + s10;
  into[8] = (into[8] ?? 0) + s11;
  into[10] = (into[10] ?? 0) + s20;
  into[11] = (into[11] ?? 0) + s21;
  into[12] = (into[12] ?? 0) + s22;
}
