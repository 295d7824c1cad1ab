import { type GroupCodes, groupCodes, type Label } from "./group-codes";
import { InputError, checkLengths, checkNumbers, checkTimes } from "./input-error";
import { distinctSorted, tiedTimes, tieOf } from "./survival-counts";
import { greatestDayOf, type SurvivalSample, survivalSample } from "./survival-sample";

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

/** A Cox sample that can be used, in typed arrays. */
export type CheckedCoxSample = SurvivalSample & {
  readonly starts: Float64Array | null;
  readonly columns: readonly Float64Array[];
  readonly strata: GroupCodes | null;
};

/** The columns of a sample; throws InputError naming the row that is not usable. */
export function checkedCoxSample({ starts, times, events, covariates, strata }: CoxSample): CheckedCoxSample {
  const named = Object.fromEntries(covariates.map(({ name, values }) => [name, values]));
  checkLengths({ times, events, starts, strata, ...named });
  const checked = survivalSample(times, events);
  const columns = covariates.map(({ name, values }) => {
    const column = new Float64Array(values);
    if (!areFinite(column)) checkNumbers(column, name);
    return column;
  });
  const codes = strata ? groupCodes(strata, "strata") : null;
  if (!starts) return { ...checked, starts: null, columns, strata: codes };
  checkTimes(starts, "starts");
  for (let index = 0; index < times.length; index += 1)
    if (!((starts[index] ?? 0) < (times[index] ?? 0)))
      throw new InputError("starts", index + 1, `${starts[index]} is not before the time ${times[index]}`);
  return { ...checked, starts: new Float64Array(starts), columns, strata: codes };
}

function areFinite(values: Float64Array): boolean {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += 0 * (values[index] ?? 0);
  return sum === 0;
}

/** The layout of a checked sample. */
export function coxDesign(sample: CheckedCoxSample): CoxDesign {
  const { events, columns, strata } = sample;
  const n = events.length;
  const ties = tieCodes(sample);
  const keys = new Float64Array(n);
  for (let index = 0; index < n; index += 1) {
    const layer = strata ? (strata.code[index] ?? 0) : 0;
    keys[index] = 2 * (layer * ties.size + (ties.stop[index] ?? 0)) + 1 - (events[index] ?? 0);
  }
  const order = orderBy(keys, 2 * ties.size * (strata?.labels.length ?? 1));
  const slots = slotsOf(order, keys, ties.size);
  const design = { n, width: columns.length, order, ...slots, ...rowsOf(columns, order) };
  return { ...design, entries: ties.start ? entriesOf(design, ties.start, ties.size) : null };
}

type Ties = { readonly stop: Float64Array; readonly start: Float64Array | null; readonly size: number };

/** Times as whole numbers in order: days where they are whole, else the ranks of R's ties, over starts and times together. */
function tieCodes({ starts, times, greatestDay }: CheckedCoxSample): Ties {
  if (greatestDay >= 0 && (!starts || greatestDayOf(starts) >= 0))
    return { stop: times, start: starts, size: greatestDay + 1 };
  const all = new Float64Array(times.length + (starts?.length ?? 0));
  all.set(times);
  if (starts) all.set(starts, times.length);
  const cuts = tiedTimes(distinctSorted(all));
  const code = (column: Float64Array) => column.map((time) => tieOf(cuts, time));
  return { stop: code(times), start: starts ? code(starts) : null, size: cuts.length };
}

/** Row numbers by ascending key: counted where keys are few, else sorted. Stable. */
function orderBy(keys: Float64Array, size: number): Uint32Array {
  const order = new Uint32Array(keys.length);
  if (size > Math.max(1 << 22, 4 * keys.length)) {
    for (let index = 0; index < order.length; index += 1) order[index] = index;
    return order.sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other);
  }
  const next = new Int32Array(size + 1);
  for (let index = 0; index < keys.length; index += 1) {
    const slot = (keys[index] ?? 0) + 1;
    next[slot] = (next[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot <= size; slot += 1) next[slot] = (next[slot] ?? 0) + (next[slot - 1] ?? 0);
  for (let index = 0; index < keys.length; index += 1) {
    const slot = keys[index] ?? 0;
    const place = next[slot] ?? 0;
    order[place] = index;
    next[slot] = place + 1;
  }
  return order;
}

function slotsOf(order: Uint32Array, keys: Float64Array, ties: number) {
  const n = order.length;
  const columns = { start: new Int32Array(n + 1), deaths: new Int32Array(n), stratum: new Int32Array(n), tie: new Int32Array(n) };
  let [slots, current] = [-1, -1];
  for (let row = 0; row < n; row += 1) {
    const key = keys[order[row] ?? 0] ?? 0;
    const place = Math.floor(key / 2);
    if (place !== current) {
      current = place;
      slots += 1;
      columns.start[slots] = row;
      columns.stratum[slots] = Math.floor(place / ties);
      columns.tie[slots] = place % ties;
    }
    if (key % 2 === 0) columns.deaths[slots] = (columns.deaths[slots] ?? 0) + 1;
  }
  columns.start[slots + 1] = n;
  return {
    slotStart: columns.start.slice(0, slots + 2),
    slotDeaths: columns.deaths.slice(0, slots + 1),
    slotStratum: columns.stratum.slice(0, slots + 1),
    slotTie: columns.tie.slice(0, slots + 1),
  };
}

function rowsOf(columns: readonly Float64Array[], order: Uint32Array) {
  const [n, width] = [order.length, columns.length];
  const rows = new Float64Array(n * width);
  const [centre, scale] = [new Float64Array(width), new Float64Array(width)];
  columns.forEach((column, j) => {
    const { mean, unit } = spreadOf(column);
    centre[j] = mean;
    scale[j] = unit;
  });
  for (let row = 0; row < n; row += 1) {
    const index = order[row] ?? 0;
    for (let j = 0; j < width; j += 1)
      rows[row * width + j] = ((columns[j]?.[index] ?? 0) - (centre[j] ?? 0)) / (scale[j] ?? 1);
  }
  return { rows, centre, scale };
}

/** The mean of a column and its mean absolute deviation, 1 where it is constant. */
function spreadOf(column: Float64Array): { readonly mean: number; readonly unit: number } {
  const first = column[0] ?? 0;
  let [sum, spread] = [0, 0];
  for (let index = 0; index < column.length; index += 1) sum += (column[index] ?? 0) - first;
  const mean = column.length === 0 ? 0 : first + sum / column.length;
  for (let index = 0; index < column.length; index += 1) spread += Math.abs((column[index] ?? 0) - mean);
  return { mean, unit: spread > 0 ? spread / column.length : 1 };
}

type Slots = Pick<CoxDesign, "n" | "order" | "slotStart" | "slotStratum"> & { readonly slotTie: Int32Array };

/** For every row the last slot of its stratum at or before its start, and the rows in the order in which a backward scan drops them. */
function entriesOf(design: Slots, start: Float64Array, ties: number): Entries {
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
  const keys = Float64Array.from(lastSlotBefore, (slot) => slotStart.length - 1 - slot);
  return { order: orderBy(keys, slotStart.length + 1), lastSlotBefore };
}
