import type { GroupEstimate, Median } from "./survival-estimate";

const decimal = (value: number) => value.toFixed(1);

/** The confidence interval of a median in words: `95 % CI 5.5 – 24.4`, an end that is not reached said so. */
export function intervalText({ lower, upper }: Median): string {
  if (lower === null && upper === null) return "95 % CI not estimable";
  const end = (value: number | null) => (value === null ? "not reached" : decimal(value));
  return `95 % CI ${end(lower)} – ${end(upper)}`;
}

/** A median in the two lines of its label. */
export function medianLines(median: Median): readonly [string, string] {
  const first = median.value === null ? "Median not reached" : `Median ${decimal(median.value)} months`;
  return [first, intervalText(median)];
}

/** A group in one sentence, for those who do not see the figure. */
export function groupSentence({ label, n, events, median }: GroupEstimate): string {
  const [first, second] = medianLines(median);
  return `${label}: ${n} ${n === 1 ? "patient" : "patients"}, ${events} ${events === 1 ? "event" : "events"}, ${first.toLowerCase()} (${second}).`;
}
