import { checkSample } from "./input-error";

/** A checked sample in typed arrays, so that every scan runs at one speed whatever it was handed in. */
export type SurvivalSample = {
  readonly times: Float64Array;
  readonly events: Uint8Array;
  /** The greatest time if every time is a whole number small enough to be counted in a histogram, else −1. */
  readonly greatestDay: number;
};

/** The longest time, in whole days, whose days are counted one by one; far above any follow-up, far below where ties could merge days. */
const longestHistogram = 1 << 20;

/** A column as doubles, itself where it is one. */
export function float64(column: ArrayLike<number>): Float64Array {
  return column instanceof Float64Array ? column : new Float64Array(column);
}

const longestCounted = (n: number) => Math.min(longestHistogram, Math.max(4096, 4 * n));

/** The greatest of some times if all are whole numbers small enough for a histogram, else −1. */
export function greatestDayOf(times: Float64Array): number {
  const { greatest, areWhole } = scanned(times);
  return areWhole && greatest <= longestCounted(times.length) ? greatest : -1;
}

/** The greatest time, infinite where one is not usable, and whether all are whole. */
function scanned(times: Float64Array): { readonly greatest: number; readonly areWhole: boolean } {
  let greatest = 0;
  let parts = 0;
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? -1;
    if (!(time >= 0)) return { greatest: Infinity, areWhole: false };
    if (time > greatest) greatest = time;
    parts |= time === (time | 0) ? 0 : 1;
  }
  return { greatest, areWhole: parts === 0 };
}

/** The times and events as typed arrays; throws InputError naming the row that is not usable. */
export function survivalSample(times: ArrayLike<number>, events: ArrayLike<number>): SurvivalSample {
  const columns = { times: float64(times), events: flagsOf(events) };
  const { greatest, areWhole } = scanned(columns.times);
  if (times.length !== events.length || columns.events === null || greatest === Infinity) {
    checkSample(times, events);
    throw new Error("a sample that passes its checks is usable");
  }
  const isCountable = areWhole && greatest <= longestCounted(times.length);
  return { times: columns.times, events: columns.events, greatestDay: isCountable ? greatest : -1 };
}

/** Events as bytes; null where one is neither 0 nor 1. */
function flagsOf(events: ArrayLike<number>): Uint8Array | null {
  const flags = events instanceof Uint8Array ? events : new Uint8Array(events);
  for (let index = 0; index < flags.length; index += 1) if ((flags[index] ?? 2) > 1) return null;
  if (flags === events) return flags;
  const exact = new Float64Array(events);
  for (let index = 0; index < exact.length; index += 1) if (exact[index] !== flags[index]) return null;
  return flags;
}
