/** The second cue of a group beside its Okabe–Ito colour: how its line is dashed. */
const dashes = ["none", "8 4", "2 3", "10 3 2 3", "14 4", "4 2 1 2"] as const;

/** The look of the nth group of a figure: the number of its colour class and its dash pattern. */
export function groupStyle(index: number): { readonly tone: number; readonly dash: string } {
  const place = index % dashes.length;
  return { tone: place, dash: dashes[place] ?? "none" };
}
