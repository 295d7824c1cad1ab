import { holds } from "../../crf/condition";
import { type EntryContent, fieldsOf, type FormDefinition } from "../../crf/define";

export type Side = "theirs" | "mine";

export type Difference = {
  readonly key: string;
  readonly label: string;
  /** Who changed it since the entry was opened; mine where both did. */
  readonly proposal: Side;
};

type Three = { readonly opened: EntryContent; readonly mine: EntryContent; readonly theirs: EntryContent };

const answer = (content: EntryContent, key: string) =>
  JSON.stringify([content.values[key] ?? null, content.missing[key] ?? null, content.units[key] ?? null]);

/** The fields in which my entry and the one saved meanwhile differ, each with the side that changed it. */
export function differences(form: FormDefinition, { opened, mine, theirs }: Three): Difference[] {
  return fieldsOf(form)
    .filter(([, field]) => holds(field.when, mine.values) || holds(field.when, theirs.values))
    .filter(([key]) => answer(mine, key) !== answer(theirs, key))
    .map(([key, field]) => ({
      key,
      label: field.label,
      proposal: answer(mine, key) === answer(opened, key) ? "theirs" : "mine",
    }));
}

/** The content that takes each field from the side chosen for it, and everything else from mine. */
export function merged(
  { mine, theirs }: Pick<Three, "mine" | "theirs">,
  choices: Readonly<Record<string, Side>>,
): EntryContent {
  const taken = Object.keys(choices).filter((key) => choices[key] === "theirs");
  const pick = <T>(own: Readonly<Record<string, T>>, other: Readonly<Record<string, T>>) => {
    const kept = Object.entries(own).filter(([key]) => !taken.includes(key));
    return Object.fromEntries([...kept, ...Object.entries(other).filter(([key]) => taken.includes(key))]);
  };
  return {
    values: pick(mine.values, theirs.values),
    missing: pick(mine.missing, theirs.missing),
    units: pick(mine.units, theirs.units),
  };
}
