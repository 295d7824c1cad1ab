import { completedDate, dateText } from "../crf/partial-date";
import type { Entry } from "../entries/entry";
import { inSequence, type SequencedLine } from "../oncology/therapy-sequence";

export type TherapyLine = {
  readonly entry: Entry;
  readonly number: number;
  readonly drugs: string;
  readonly label: string;
};

const dayOf = (date: unknown) => (typeof date === "string" ? completedDate(date).day : null);

/** An entry as the sequence of lines sees it; without a first dose it stands last. */
function sequenced(entry: Entry): SequencedLine & { readonly entry: Entry } {
  const { setting, drugs, startDate, stopDate, lineNumber } = entry.content.values;
  return {
    entry,
    id: entry.id,
    setting: typeof setting === "string" ? setting : null,
    drugs: Array.isArray(drugs) ? drugs.map(String) : [],
    startDay: dayOf(startDate) ?? Infinity,
    stopDay: dayOf(stopDate),
    givenNumber: typeof lineNumber === "number" ? lineNumber : null,
  };
}

/** A patient's therapy lines, numbered in the sequence in which outcomes read them. */
export function therapyLines(entries: readonly Entry[]): TherapyLine[] {
  const lines = entries.filter((entry) => entry.form === "therapy").map(sequenced);
  return inSequence(lines).map(({ entry, drugs }, index) => {
    const { startDate } = entry.content.values;
    const names = drugs.length > 0 ? drugs.join(" + ") : "no drug yet";
    const start = typeof startDate === "string" ? dateText(startDate) : "no date yet";
    return { entry, number: index + 1, drugs: names, label: `${index + 1} · ${names} · ${start}` };
  });
}
