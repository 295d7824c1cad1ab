import { dateText } from "../crf/partial-date";
import type { Entry } from "../entries/entry";

export type TherapyLine = {
  readonly entry: Entry;
  readonly number: number;
  readonly drugs: string;
  readonly label: string;
};

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

const before = (a: Entry, b: Entry): number => {
  const [left, right] = [a.content.values, b.content.values];
  const byStart = textOf(left.startDate).localeCompare(textOf(right.startDate), "en");
  if (byStart !== 0) return byStart;
  return (
    Number(left.lineNumber ?? 0) - Number(right.lineNumber ?? 0) ||
    textOf(left.stopDate).localeCompare(textOf(right.stopDate), "en")
  );
};

/** A patient's therapy lines numbered in order of their first dose. */
export function therapyLines(entries: readonly Entry[]): TherapyLine[] {
  return entries
    .filter((entry) => entry.form === "therapy")
    .toSorted(before)
    .map((entry, index) => {
      const { drugs, startDate } = entry.content.values;
      const names = Array.isArray(drugs) ? drugs.join(" + ") : "no drug yet";
      const start = typeof startDate === "string" ? dateText(startDate) : "no date yet";
      return { entry, number: index + 1, drugs: names, label: `${index + 1} · ${names} · ${start}` };
    });
}
