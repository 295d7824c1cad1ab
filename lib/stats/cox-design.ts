import { groupCodes, type Label } from "./group-codes";
import { InputError, checkLengths, checkNumbers, checkSample, checkTimes } from "./input-error";
import { distinctSorted, tiedTimes, tieOf, wholeDays } from "./survival-counts";

export type Covariate = {
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** The model term a column belongs to, where several make one, such as the indicators of a factor. Its own name otherwise. */
  readonly term?: string;
};

export type CoxSample = {
  /** Start of each row's interval (start, time], for covariates that change; without it everybody starts before the first time. */
  readonly starts?: ArrayLike<number>;
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  readonly covariates: readonly Covariate[];
  readonly strata?: ArrayLike<Label>;
};

/**
 * A sample laid out for scanning: rows by stratum and time, deaths first among ties, covariates side by side, centred at their mean and
 * divided by their mean absolute deviation. A slot is one distinct time of one stratum: rows slotStart[s] to slotStart[s + 1].
 */
export type CoxDesign = {
  readonly n: number;
  readonly width: number;
  readonly rows: Float64Array;
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  readonly order: Uint32Array;
  readonly slotStart: Int32Array;
  readonly slotDeaths: Int32Array;
  readonly slotStratum: Int32Array;
  readonly entries: Entries | null;
};

/** Rows by stratum and falling start; a row is at risk in slot s of its stratum only while firstSlot < s. */
export type Entries = { readonly order: Uint32Array; readonly lastSlotBefore: Int32Array };

/** Refuses a sample that cannot be used, naming the row. */
export function checkCoxSample({ starts, times, events, covariates, strata }: CoxSample): void {
  const columns = Object.fromEntries(covariates.map(({ name, values }) => [name, values]));
  checkLengths({ times, events, starts, strata, ...columns });
  checkSample(times, events);
  for (const { name, values } of covariates) checkNumbers(values, name);
  if (!starts) return;
  checkTimes(starts, "starts");
  for (let index = 0; index < times.length; index += 1)
    if (!((starts[index] ?? 0) < (times[index] ?? 0)))
      throw new InputError("starts", index + 1, `${starts[index]} is not before the time ${times[index]}`);
}

/** The layout of a checked sample. */
export function coxDesign(sample: CoxSample): CoxDesign {
  const { times, events, covariates, strata } = sample;
  const n = times.length;
  const layers = strata ? groupCodes(strata, "strata") : null;
  const ties = tieCodes(sample);
  const key = (index: number) => {
    const tie = (layers?.code[index] ?? 0) * ties.size + (ties.stop[index] ?? 0);
    return 2 * tie + 1 - (events[index] ?? 0);
  };
  const size = 2 * ties.size * (layers?.labels.length ?? 1);
  const order = orderBy(n, key, size);
  const slots = slotsOf(order, key, ties.size);
  const design = { n, width: covariates.length, order, ...slots, ...columnsOf(covariates, order) };
  return { ...design, entries: ties.start ? entriesOf(design, ties.start, ties.size) : null };
}

type Ties = { readonly stop: Int32Array; readonly start: Int32Array | null; readonly size: number };

/** Times as whole numbers in order: days where they are whole, else the ranks of R's ties, over starts and times together. */
function tieCodes({ starts, times }: CoxSample): Ties {
  const greatest = wholeDays(times);
  const wholeStarts = starts ? wholeDays(starts) : 0;
  if (greatest >= 0 && wholeStarts >= 0)
    return {
      stop: Int32Array.from(times),
      start: starts ? Int32Array.from(starts) : null,
      size: Math.max(greatest, wholeStarts) + 1,
    };
  const all = new Float64Array(times.length + (starts?.length ?? 0));
  all.set(Float64Array.from(times));
  if (starts) all.set(Float64Array.from(starts), times.length);
  const cuts = tiedTimes(distinctSorted(all));
  const code = (column: ArrayLike<number>) => Int32Array.from(column, (time) => tieOf(cuts, time));
  return { stop: code(times), start: starts ? code(starts) : null, size: cuts.length };
}

/** Row numbers by ascending key: counted where keys are few, else sorted. Stable. */
function orderBy(n: number, key: (index: number) => number, size: number): Uint32Array {
  const order = new Uint32Array(n);
  if (size > Math.max(1 << 22, 4 * n)) {
    const keys = Float64Array.from({ length: n }, (_, index) => key(index));
    for (let index = 0; index < n; index += 1) order[index] = index;
    return order.sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other);
  }
  const next = new Int32Array(size + 1);
  for (let index = 0; index < n; index += 1) {
    const slot = key(index) + 1;
    next[slot] = (next[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot <= size; slot += 1) next[slot] = (next[slot] ?? 0) + (next[slot - 1] ?? 0);
  for (let index = 0; index < n; index += 1) {
    const slot = key(index);
    const place = next[slot] ?? 0;
    order[place] = index;
    next[slot] = place + 1;
  }
  return order;
}

function slotsOf(order: Uint32Array, key: (index: number) => number, ties: number) {
  const start: number[] = [];
  const deaths: number[] = [];
  const stratum: number[] = [];
  const tie: number[] = [];
  let current = -1;
  order.forEach((index, row) => {
    const here = key(index);
    const slot = here >> 1;
    if (slot !== current) {
      current = slot;
      start.push(row);
      deaths.push(0);
      stratum.push(Math.floor(slot / ties));
      tie.push(slot % ties);
    }
    if ((here & 1) === 0) deaths[deaths.length - 1] = (deaths.at(-1) ?? 0) + 1;
  });
  return {
    slotStart: Int32Array.from([...start, order.length]),
    slotDeaths: Int32Array.from(deaths),
    slotStratum: Int32Array.from(stratum),
    slotTie: Int32Array.from(tie),
  };
}

function columnsOf(covariates: readonly Covariate[], order: Uint32Array) {
  const [n, width] = [order.length, covariates.length];
  const rows = new Float64Array(n * width);
  const [centre, scale] = [new Float64Array(width), new Float64Array(width)];
  covariates.forEach(({ values }, column) => {
    const first = values[0] ?? 0;
    let sum = 0;
    for (let index = 0; index < n; index += 1) sum += (values[index] ?? 0) - first;
    const mean = first + sum / n;
    let spread = 0;
    for (let index = 0; index < n; index += 1) spread += Math.abs((values[index] ?? 0) - mean);
    const unit = spread > 0 ? spread / n : 1;
    centre[column] = mean;
    scale[column] = unit;
    for (let row = 0; row < n; row += 1)
      rows[row * width + column] = ((values[order[row] ?? 0] ?? 0) - mean) / unit;
  });
  return { rows, centre, scale };
}

type Slots = Pick<CoxDesign, "n" | "order" | "slotStart" | "slotStratum"> & { readonly slotTie: Int32Array };

/** For every row the last slot of its stratum at or before its start, and the rows in the order in which a backward scan drops them. */
function entriesOf(design: Slots, start: Int32Array, ties: number): Entries {
  const { n, order, slotStart, slotStratum, slotTie } = design;
  const lastSlotBefore = new Int32Array(n).fill(-1);
  slotStratum.forEach((stratum, slot) => {
    for (let row = slotStart[slot] ?? 0; row < (slotStart[slot + 1] ?? 0); row += 1) {
      const begins = start[order[row] ?? 0] ?? 0;
      let [low, high] = [0, slot];
      while (low < high) {
        const middle = (low + high) >> 1;
        const before = (slotStratum[middle] ?? 0) * ties + (slotTie[middle] ?? 0) <= stratum * ties + begins;
        if (before) low = middle + 1;
        else high = middle;
      }
      lastSlotBefore[row] = low - 1;
    }
  });
  const rows = orderBy(n, (row) => slotStart.length - 1 - (lastSlotBefore[row] ?? 0), slotStart.length + 1);
  return { order: rows, lastSlotBefore };
}
