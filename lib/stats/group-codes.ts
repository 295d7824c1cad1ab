import { InputError } from "./input-error";

export type Label = string | number;

/** Groups as small whole numbers: `code[i]` is the place of subject i's label in `labels`. */
export type GroupCodes = {
  readonly labels: readonly Label[];
  readonly code: Int32Array;
  /** How many subjects have each label. */
  readonly sizes: readonly number[];
};

const byLabel = (one: Label, other: Label): number =>
  typeof one === "number" && typeof other === "number" ? one - other : String(one) < String(other) ? -1 : 1;

/** Labels coded in ascending order, numbers as numbers and text by character code. Throws InputError for a label that is missing. */
export function groupCodes(groups: ArrayLike<Label>, argument = "groups"): GroupCodes {
  return smallCodes(groups) ?? anyCodes(groups, argument);
}

const smallest = 1024;

/** The quick way, for whole numbers below 1024: one scan finds them, one codes them. */
function smallCodes(groups: ArrayLike<Label>): GroupCodes | null {
  const numbers = groups instanceof Uint8Array ? groups : numbersOf(groups);
  if (!numbers) return null;
  const seen = new Int32Array(smallest);
  for (let index = 0; index < numbers.length; index += 1) {
    const group = numbers[index] ?? -1;
    if (!(group >= 0 && group < smallest) || group !== (group | 0)) return null;
    seen[group] = (seen[group] ?? 0) + 1;
  }
  const labels: number[] = [];
  const sizes: number[] = [];
  seen.forEach((size, group) => {
    if (size === 0) return;
    seen[group] = labels.push(group) - 1;
    sizes.push(size);
  });
  const code = new Int32Array(numbers.length);
  for (let index = 0; index < numbers.length; index += 1) code[index] = seen[numbers[index] ?? 0] ?? 0;
  return { labels, code, sizes };
}

/** The labels as one kind of typed array, where all are numbers. */
function numbersOf(groups: ArrayLike<Label>): Float64Array | null {
  if (ArrayBuffer.isView(groups)) return new Float64Array(groups as ArrayLike<number>); // a typed array of labels holds numbers
  for (let index = 0; index < groups.length; index += 1) if (typeof groups[index] !== "number") return null;
  return new Float64Array(groups as ArrayLike<number>); // every label was just seen to be a number
}

function anyCodes(groups: ArrayLike<Label>, argument: string): GroupCodes {
  const counts = new Map<Label, number>();
  for (let index = 0; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || group === null || Number.isNaN(group))
      throw new InputError(argument, index + 1, "has no group");
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const labels = [...counts.keys()].sort(byLabel);
  const places = new Map(labels.map((label, place): [Label, number] => [label, place]));
  const code = new Int32Array(groups.length);
  for (let index = 0; index < groups.length; index += 1) code[index] = places.get(groups[index] ?? "") ?? 0;
  return { labels, code, sizes: labels.map((label) => counts.get(label) ?? 0) };
}
