/**
 * P values adjusted for several tests by Holm's step-down method (1979): the i-th smallest of m times m − i + 1, never below the one
 * before it and never above 1. R: `p.adjust(p, "holm")`. A null, a test that could not be made, counts for nothing and stays null.
 */
export function holm(p: readonly (number | null)[]): (number | null)[] {
  const adjusted: (number | null)[] = p.map(() => null);
  const tests = p.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  tests.sort((one, other) => one.value - other.value);
  let highest = 0;
  tests.forEach(({ value, place }, rank) => {
    highest = Math.max(highest, Math.min(1, (tests.length - rank) * value));
    adjusted[place] = highest;
  });
  return adjusted;
}
