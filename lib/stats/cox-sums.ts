import type { CoxDesign } from "./cox-design";
import { addRows, riskWeights, type RowRange } from "./cox-rows";

export type Ties = "efron" | "breslow";

/** The partial likelihood at one set of coefficients, on the design's own scale; `information` is width × width, both triangles. */
export type CoxSums = {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
};

/** One death time's share of the score and of the information, in columns that are reused. */
export type CoxTime = {
  readonly slot: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
};

/**
 * Log partial likelihood, score and information, scanning once from the last time to the first. With tied deaths Efron's (1977) terms
 * Σ_k ln(S0 − k/d·D0) are added through Σ 1/q, Σ f/q, Σ 1/q², Σ f/q², Σ f²/q² with q = S0 − f·D0 and f = k/d; Breslow's (1974) have f = 0.
 */
export function coxSums(
  design: CoxDesign,
  beta: Float64Array,
  options: { readonly ties: Ties; readonly visit?: (time: CoxTime) => void },
): CoxSums {
  const { width, rows, slotStart, slotDeaths, slotStratum, entries, weights } = design;
  const cells = width * width;
  const shift = shiftOf(design, beta);
  const isNull = beta.every((value) => value === 0);
  if (isNull) weights.fill(1);
  const [risk, dying] = [new Float64Array(1 + width + cells), new Float64Array(1 + width + cells)];
  const [score, information] = [new Float64Array(width), new Float64Array(cells)];
  const own = { score: new Float64Array(width), information: new Float64Array(cells) };
  let logLikelihood = 0;
  let dropped = 0;
  for (let slot = slotDeaths.length - 1; slot >= 0; slot -= 1) {
    const start = slotStart[slot] ?? 0;
    const end = slotStart[slot + 1] ?? 0;
    const deaths = slotDeaths[slot] ?? 0;
    if (slotStratum[slot] !== slotStratum[slot + 1]) risk.fill(0);
    if (!isNull) riskWeights(design, beta, { from: start, to: end, shift });
    addRows(rows, width, { from: start + deaths, to: end, weights, into: risk });
    if (entries)
      for (; dropped < entries.order.length; dropped += 1) {
        const row = entries.order[dropped] ?? 0;
        if ((entries.lastSlotBefore[row] ?? -1) < slot) break;
        dropRow(rows, width, { from: row, to: row + 1, weights, into: risk });
      }
    if (deaths === 0) continue;
    dying.fill(0);
    addRows(rows, width, { from: start, to: start + deaths, weights, into: dying });
    for (let cell = 0; cell < risk.length; cell += 1) risk[cell] = (risk[cell] ?? 0) + (dying[cell] ?? 0);
    own.score.fill(0);
    for (let row = start; row < start + deaths; row += 1)
      for (let j = 0; j < width; j += 1) own.score[j] = (own.score[j] ?? 0) + (rows[row * width + j] ?? 0);
    logLikelihood -= deaths * shift;
    for (let j = 0; j < width; j += 1) logLikelihood += (beta[j] ?? 0) * (own.score[j] ?? 0);
    logLikelihood -= addTime({ risk, dying, deaths, efron: options.ties === "efron", width, own });
    for (let j = 0; j < width; j += 1) score[j] = (score[j] ?? 0) + (own.score[j] ?? 0);
    for (let cell = 0; cell < cells; cell += 1)
      information[cell] = (information[cell] ?? 0) + (own.information[cell] ?? 0);
    options.visit?.({ slot, ...own });
  }
  return { logLikelihood, score, information };
}

/** Takes rows out again. */
function dropRow(rows: Float64Array, width: number, range: RowRange): void {
  const gone = new Float64Array(range.into.length);
  addRows(rows, width, { ...range, into: gone });
  gone.forEach((value, cell) => (range.into[cell] = (range.into[cell] ?? 0) - value));
}

type TimeSums = {
  readonly risk: Float64Array;
  readonly dying: Float64Array;
  readonly deaths: number;
  readonly efron: boolean;
  readonly width: number;
  readonly own: { readonly score: Float64Array; readonly information: Float64Array };
};

/** Finishes one death time: `own.score` holds Σx of the deaths and loses their means; returns Σ ln q. */
function addTime({ risk, dying, deaths, efron, width, own }: TimeSums): number {
  const s0 = risk[0] ?? 0;
  const d0 = efron ? (dying[0] ?? 0) : 0;
  let logs = 0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  if (d0 === 0 || deaths === 1) {
    logs = deaths * Math.log(s0);
    a = deaths / s0;
    c = a / s0;
  } else {
    let product = 1;
    for (let k = 0; k < deaths; k += 1) {
      const f = k / deaths;
      const inverse = 1 / (s0 - f * d0);
      product *= inverse;
      if (!(product > 1e-200 && product < 1e200)) {
        logs -= Math.log(product / inverse) + Math.log(inverse);
        product = 1;
      }
      a += inverse;
      b += f * inverse;
      c += inverse * inverse;
      d += f * inverse * inverse;
      e += f * f * inverse * inverse;
    }
    logs -= Math.log(product);
  }
  for (let j = 0; j < width; j += 1) {
    const sj = risk[1 + j] ?? 0;
    const dj = dying[1 + j] ?? 0;
    own.score[j] = (own.score[j] ?? 0) - (a * sj - b * dj);
    for (let k = 0; k <= j; k += 1) {
      const cell = 1 + width + j * width + k;
      const sk = risk[1 + k] ?? 0;
      const dk = dying[1 + k] ?? 0;
      const second = a * (risk[cell] ?? 0) - b * (dying[cell] ?? 0);
      const value = second - (c * sj * sk - d * (sj * dk + dj * sk) + e * dj * dk);
      own.information[j * width + k] = value;
      own.information[k * width + j] = value;
    }
  }
  return logs;
}

/** What to take from every βx so that no exponential overflows: nothing unless they could reach 500. */
function shiftOf({ rows, width, n }: CoxDesign, beta: Float64Array): number {
  if (beta.every((value) => Math.abs(value) < 5)) return 0;
  let highest = 0;
  for (let row = 0; row < n; row += 1) {
    let eta = 0;
    for (let j = 0; j < width; j += 1) eta += (beta[j] ?? 0) * (rows[row * width + j] ?? 0);
    if (eta > highest) highest = eta;
  }
  return highest > 500 ? highest : 0;
}
