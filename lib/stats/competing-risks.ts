import { InputError, checkCount, checkLengths, checkTimes } from "./input-error";
import { distinctSorted, tiedTimes, tieOf } from "./survival-counts";

/** Times with a cause for each subject: 0 censored, 1, 2, … the cause of the event. */
export type CompetingSample = { readonly times: ArrayLike<number>; readonly causes: ArrayLike<number> };

/** Refuses times that are not usable and causes that are not whole numbers, 0 or more, naming the row. */
export function checkCompeting({ times, causes }: CompetingSample): void {
  checkLengths({ times, causes });
  checkTimes(times);
  for (let index = 0; index < causes.length; index += 1)
    checkCount(causes[index] ?? Number.NaN, "causes", index + 1);
}

/** For each distinct time how many are at risk, are censored (cause 0) and have each cause. */
export type CompetingCounts = {
  readonly n: number;
  readonly time: readonly number[];
  readonly atRisk: readonly number[];
  /** counts[cause][row]; counts[0] are the censored. */
  readonly counts: readonly (readonly number[])[];
};

/** Counts of a checked sample at its distinct times, ties by R's rule, for causes up to `most`. */
export function competingCounts({ times, causes }: CompetingSample, most: number): CompetingCounts {
  const cuts = tiedTimes(distinctSorted(times));
  const counts = Array.from({ length: most + 1 }, () => Array.from({ length: cuts.length }, () => 0));
  for (let index = 0; index < times.length; index += 1) {
    const column = counts[causes[index] ?? 0];
    const row = tieOf(cuts, times[index] ?? 0);
    if (!column) throw new InputError("causes", index + 1, `is above ${most}`);
    column[row] = (column[row] ?? 0) + 1;
  }
  let left = times.length;
  const atRisk = [...cuts].map((_, row) => {
    const here = left;
    for (const column of counts) left -= column[row] ?? 0;
    return here;
  });
  return { n: times.length, time: [...cuts], atRisk, counts };
}
