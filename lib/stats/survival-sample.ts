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

/** The greatest of some times if all are whole numbers small enough for a histogram, else −1. */
export function greatestDayOf(times: Float64Array): number {
  const limit = Math.min(longestHistogram, Math.max(4096, times.length * 4));
  let greatest = 0;
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? 0;
    if (!(time <= limit) || time !== (time | 0)) return -1;
    if (time > greatest) greatest = time;
  }
  return greatest;
}

/** The times and events as typed arrays; throws InputError naming the row that is not usable. */
export function survivalSample(times: ArrayLike<number>, events: ArrayLike<number>): SurvivalSample {
  const columns = { times: new Float64Array(times), events: flagsOf(events) };
  const usable = times.length === events.length && columns.events !== null && areUsable(columns.times);
  if (!usable || columns.events === null) {
    checkSample(times, events);
    throw new Error("a sample that passes its checks is usable");
  }
  return { times: columns.times, events: columns.events, greatestDay: greatestDayOf(columns.times) };
}

function areUsable(times: Float64Array): boolean {
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? -1;
    if (!(time >= 0 && time < Infinity)) return false;
  }
  return true;
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
