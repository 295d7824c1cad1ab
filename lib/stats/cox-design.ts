import { type GroupCodes, groupCodes, type Label } from "./group-codes";
import { InputError, checkLengths, checkNumbers, checkTimes } from "./input-error";
import { distinctSorted, tiedTimes, tieOf } from "./survival-counts";
import { float64, greatestDayOf, type SurvivalSample, survivalSample } from "./survival-sample";

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
  /** Room for the risk of every row, written anew by each scan. */
  readonly weights: Float64Array;
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  readonly order: Uint32Array;
  readonly slotStart: Int32Array;
  readonly slotDeaths: Int32Array;
  readonly slotStratum: Int32Array;
  readonly entries: Entries | null;
};

/** Rows in the order in which a backward scan drops them; a row is at risk in slot s of its stratum only while lastSlotBefore < s. */
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
    const column = float64(values);
    if (!areFinite(column)) checkNumbers(column, name);
    return column;
  });
  const codes = strata ? groupCodes(strata, "strata") : null;
  if (!starts) return { ...checked, starts: null, columns, strata: codes };
  checkTimes(starts, "starts");
  for (let index = 0; index < times.length; index += 1)
    if (!((starts[index] ?? 0) < (times[index] ?? 0)))
      throw new InputError("starts", index + 1, `${starts[index]} is not before the time ${times[index]}`);
  return { ...checked, starts: float64(starts), columns, strata: codes };
}

function areFinite(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index += 1) if (!Number.isFinite(values[index])) return false;
  return true;
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
  const sorted = orderBy(keys, 2 * ties.size * (strata?.labels.length ?? 1));
  const slots = slotsOf(sorted, ties.size);
  const design = {
    n,
    width: columns.length,
    order: sorted.order,
    ...slots,
    ...rowsOf(columns, sorted.place),
  };
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

/** Row numbers by ascending key, stable, with the keys that occur and where each begins. */
type Sorted = {
  readonly order: Uint32Array;
  /** The place of every row in that order. */
  readonly place: Uint32Array;
  readonly keys: Float64Array;
  readonly starts: Int32Array;
};

/** Rows counted into place by key; keys that could be many more than rows are first replaced by their ranks. */
function orderBy(keys: Float64Array, size: number): Sorted {
  if (size > Math.max(1 << 22, 4 * keys.length)) {
    const distinct = distinctSorted(keys);
    const sorted = orderBy(
      keys.map((key) => tieOf(distinct, key)),
      distinct.length,
    );
    return { ...sorted, keys: distinct };
  }
  const next = new Int32Array(size + 1);
  for (let index = 0; index < keys.length; index += 1) {
    const slot = ((keys[index] ?? 0) | 0) + 1;
    next[slot] = (next[slot] ?? 0) + 1;
  }
  const used: number[] = [];
  const starts: number[] = [];
  for (let slot = 1; slot <= size; slot += 1) {
    const start = next[slot - 1] ?? 0;
    if ((next[slot] ?? 0) > 0) {
      used.push(slot - 1);
      starts.push(start);
    }
    next[slot] = (next[slot] ?? 0) + start;
  }
  const order = new Uint32Array(keys.length);
  const place = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) {
    const slot = (keys[index] ?? 0) | 0;
    const at = next[slot] ?? 0;
    order[at] = index;
    place[index] = at;
    next[slot] = at + 1;
  }
  return { order, place, keys: Float64Array.from(used), starts: Int32Array.from(starts) };
}

function slotsOf({ keys, starts, order }: Sorted, ties: number) {
  const start: number[] = [];
  const deaths: number[] = [];
  const places: number[] = [];
  keys.forEach((key, at) => {
    const place = Math.floor(key / 2);
    const isDeath = key % 2 === 0;
    if (places.at(-1) !== place) {
      places.push(place);
      start.push(starts[at] ?? 0);
      deaths.push(isDeath ? (starts[at + 1] ?? order.length) - (starts[at] ?? 0) : 0);
    }
  });
  return {
    slotStart: Int32Array.from([...start, order.length]),
    slotDeaths: Int32Array.from(deaths),
    slotStratum: Int32Array.from(places, (place) => Math.floor(place / ties)),
    slotTie: Int32Array.from(places, (place) => place % ties),
  };
}

/** Covariates side by side in the order of rows: written from end to end of the columns, which is kinder to memory than reading them out of order. */
function rowsOf(columns: readonly Float64Array[], place: Uint32Array) {
  const [n, width] = [place.length, columns.length];
  const rows = new Float64Array(n * width);
  const [centre, scale] = [new Float64Array(width), new Float64Array(width)];
  columns.forEach((column, j) => {
    const { mean, unit } = spreadOf(column);
    centre[j] = mean;
    scale[j] = unit;
  });
  const inverse = scale.map((unit) => 1 / unit);
  for (let from = 0; from < n; from += block)
    columns.forEach((column, j) => {
      const mean = centre[j] ?? 0;
      const factor = inverse[j] ?? 1;
      for (let index = from; index < Math.min(n, from + block); index += 1)
        rows[(place[index] ?? 0) * width + j] = ((column[index] ?? 0) - mean) * factor;
    });
  return { rows, centre, scale, weights: new Float64Array(n) };
}

/** Rows are written so many at a time, column by column, so that the lines they share are still at hand. */
const block = 4096;

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

/** For every row the last slot of its stratum at or before its start, −1 where there is none, and the rows in the order in which a backward scan drops them. */
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
      lastSlotBefore[row] = slotStratum[low - 1] === stratum ? low - 1 : -1;
    }
  });
  const keys = Float64Array.from(lastSlotBefore, (slot) => slotStart.length - 1 - slot);
  return { order: orderBy(keys, slotStart.length + 1).order, lastSlotBefore };
}
