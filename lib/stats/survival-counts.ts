import { dayHistogram } from "./day-histogram";
import { survivalSample } from "./survival-sample";

/** Deaths and censorings counted at each distinct time; everything Kaplan–Meier and the log-rank test need of a sample. */
export type SurvivalCounts = {
  readonly n: number;
  readonly time: readonly number[];
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly censored: readonly number[];
};

const tolerance = Math.sqrt(Number.EPSILON);

/**
 * The first time of each run of tied times among sorted distinct times: two neighbours are tied where their difference,
 * or its ratio to the mean of the times, is at most √ε = 1.49e-8. R: `survival::aeqSurv` ("timefix").
 */
export function tiedTimes(distinct: ArrayLike<number>): Float64Array {
  let sum = 0;
  for (let index = 0; index < distinct.length; index += 1) sum += Math.abs(distinct[index] ?? 0);
  const mean = sum / distinct.length;
  const cuts = new Float64Array(distinct.length);
  let size = 0;
  for (let index = 0; index < distinct.length; index += 1) {
    const time = distinct[index] ?? 0;
    const gap = time - (distinct[index - 1] ?? -Infinity);
    if (!(gap <= tolerance || gap / mean <= tolerance)) cuts[size++] = time;
  }
  return cuts.subarray(0, size);
}

/** The distinct values of a column, ascending. */
export function distinctSorted(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  let size = 0;
  for (let index = 0; index < sorted.length; index += 1)
    if (index === 0 || sorted[index] !== sorted[index - 1]) sorted[size++] = sorted[index] ?? 0;
  return sorted.subarray(0, size);
}

/** How many of the sorted cuts lie at or below a value, less one: the tie it belongs to. */
export function tieOf(cuts: Float64Array, time: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Counts at each distinct time (an event or a censoring), ties by R's rule; a subject censored at a time is at risk at it. */
export function survivalCounts(times: ArrayLike<number>, events: ArrayLike<number>): SurvivalCounts {
  const histogram = dayHistogram(times, events, null);
  if (histogram) return fromHistogram(histogram.both, null, times.length);
  const sample = survivalSample(times, events);
  if (sample.greatestDay >= 0) return countDays(sample.times, sample.events, sample.greatestDay);
  const cuts = tiedTimes(distinctSorted(sample.times));
  const both = new Int32Array(cuts.length * 2);
  for (let index = 0; index < times.length; index += 1) {
    const slot = 2 * tieOf(cuts, sample.times[index] ?? 0) + (sample.events[index] ?? 0);
    both[slot] = (both[slot] ?? 0) + 1;
  }
  return fromHistogram(both, cuts, times.length);
}

function countDays(times: Float64Array, events: Uint8Array, greatest: number): SurvivalCounts {
  const both = new Int32Array(2 * (greatest + 1));
  for (let index = 0; index < times.length; index += 1) {
    const slot = ((times[index] ?? 0) << 1) + (events[index] ?? 0);
    both[slot] = (both[slot] ?? 0) + 1;
  }
  return fromHistogram(both, null, times.length);
}

/** Counts from pairs (censored, events) for each slot; slot i stands for cuts[i], or for day i. */
function fromHistogram(both: Int32Array, cuts: Float64Array | null, n: number): SurvivalCounts {
  const time: number[] = [];
  const atRisk: number[] = [];
  const events: number[] = [];
  const censored: number[] = [];
  let left = n;
  for (let slot = 0; slot < both.length / 2; slot += 1) {
    const [lost, died] = [both[2 * slot] ?? 0, both[2 * slot + 1] ?? 0];
    if (lost + died === 0) continue;
    time.push(cuts ? (cuts[slot] ?? 0) : slot);
    atRisk.push(left);
    events.push(died);
    censored.push(lost);
    left -= lost + died;
  }
  return { n, time, atRisk, events, censored };
}
