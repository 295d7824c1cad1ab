/** Ranks from 1, tied values sharing the mean of theirs, and the sum of t³ − t over ties of size t. R: `rank`. */
export function midRanks(values: readonly number[]): { readonly ranks: number[]; readonly tieSum: number } {
  const order = values
    .map((_, index) => index)
    .sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const ranks: number[] = values.map(() => 0);
  let tieSum = 0;
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let place = start; place < end; place += 1) ranks[order[place] ?? 0] = (start + end + 1) / 2;
    const size = end - start;
    tieSum += size ** 3 - size;
    start = end;
  }
  return { ranks, tieSum };
}
