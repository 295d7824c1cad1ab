import { logFactorial } from "./distributions/log-gamma";

/** Tables whose probability exceeds the observed by less than this factor count as equally likely, as in R. */
const tolerance = 1e-7;
/** Logarithms of probabilities closer than this are those of one probability. */
const same = 1e-9;

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

type Margins = {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** −Σ ln x! of the observed table. */
  readonly observed: number;
};

/** What is left of each row, in order of size, with the probabilities by which it was reached: −Σ ln x! so far, and how many such tables. */
type Node = { readonly left: readonly number[]; readonly logs: number[]; readonly counts: number[] };

/** The probability of all tables no more likely than the observed. Tables grow column by column; those that leave the same rows stay together. */
export function networkTail({ rows, columns, observed }: Margins): number {
  const scale = sumOf(rows.map(logFactorial)) + sumOf(columns.map(logFactorial)) - logFactorial(sumOf(rows));
  const limit = observed + Math.log1p(tolerance);
  const bounds = boundsOver(columns);
  const start = [...rows].sort((one, other) => one - other);
  let nodes = new Map<number | string, Node>([[keyOf(start), { left: start, logs: [0], counts: [1] }]]);
  let p = 0;
  for (let index = 0; index < columns.length - 1; index += 1) {
    const following = new Map<number | string, Node>();
    const remaining = columns.slice(index + 1);
    const isLastChoice = remaining.length === 1;
    for (const node of nodes.values()) {
      const past = sortedPast(node);
      forEachColumn(node.left, columns[index] ?? 0, (next, log) => {
        const { most, least } = bounds(next, index + 1);
        const whole = past.upTo(limit - log - most);
        if (whole > 0)
          p += past.sum(whole) * Math.exp(past.highest + log + logCompletions(next, remaining) + scale);
        if (isLastChoice) return;
        const possible = past.upTo(limit - log - least);
        if (possible > whole) keep(following, next, { past, from: whole, to: possible, log });
      });
    }
    nodes = following;
  }
  return p;
}

/** The probabilities by which a node was reached, ascending, equal ones together, with the sums of their weights. */
function sortedPast({ logs, counts }: Node) {
  const order = logs.map((_, index) => index).sort((one, other) => (logs[one] ?? 0) - (logs[other] ?? 0));
  const values: number[] = [];
  const number: number[] = [];
  for (const index of order) {
    const [log, count] = [logs[index] ?? 0, counts[index] ?? 0];
    const last = values.length - 1;
    if (last >= 0 && log - (values[last] ?? 0) < same) number[last] = (number[last] ?? 0) + count;
    else {
      values.push(log);
      number.push(count);
    }
  }
  const highest = values.at(-1) ?? 0;
  const sums = [0];
  values.forEach((log, index) =>
    sums.push((sums[index] ?? 0) + (number[index] ?? 0) * Math.exp(log - highest)),
  );
  return {
    values,
    number,
    highest,
    /** How many probabilities are at or below a value. */
    upTo(value: number): number {
      let [low, high] = [0, values.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((values[middle] ?? Infinity) <= value) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    /** The weight of the first so many, in units of the highest. */
    sum: (count: number) => sums[count] ?? 0,
  };
}

type Range = {
  readonly past: ReturnType<typeof sortedPast>;
  readonly from: number;
  readonly to: number;
  readonly log: number;
};

function keep(
  nodes: Map<number | string, Node>,
  left: readonly number[],
  { past, from, to, log }: Range,
): void {
  const key = keyOf(left);
  const node = nodes.get(key) ?? { left: [...left], logs: [], counts: [] };
  nodes.set(key, node);
  for (let index = from; index < to; index += 1) {
    node.logs.push((past.values[index] ?? 0) + log);
    node.counts.push(past.number[index] ?? 0);
  }
}

/** A number for up to four rows of less than 8192, else text. */
function keyOf(left: readonly number[]): number | string {
  if (left.length > 4 || (left.at(-1) ?? 0) >= 8192) return left.join(" ");
  let key = 0;
  for (const count of left) key = key * 8192 + count;
  return key;
}

/** ln Σ Π 1/x! over all completions: total! / (Π row! · Π column!). */
function logCompletions(left: readonly number[], columns: readonly number[]): number {
  let log = logFactorial(sumOf(left));
  for (const count of left) log -= logFactorial(count);
  for (const count of columns) log -= logFactorial(count);
  return log;
}

/** Every way to take a column's total from what is left of the rows, with −Σ ln x!. What is left is handed over sorted, in an array used again. */
function forEachColumn(
  left: readonly number[],
  column: number,
  visit: (next: readonly number[], log: number) => void,
): void {
  const next = [...left];
  const sorted = [...left];
  const room = left.map((_, row) => sumOf(left.slice(row + 1)));
  const take = (row: number, wanted: number, log: number) => {
    const available = left[row] ?? 0;
    if (row === left.length - 1) {
      next[row] = available - wanted;
      sortInto(sorted, next);
      visit(sorted, log - logFactorial(wanted));
      return;
    }
    const least = Math.max(0, wanted - (room[row] ?? 0));
    const most = Math.min(available, wanted);
    for (let count = least; count <= most; count += 1) {
      next[row] = available - count;
      take(row + 1, wanted - count, log - logFactorial(count));
    }
  };
  take(0, column, 0);
}

function sortInto(into: number[], from: readonly number[]): void {
  for (let index = 0; index < from.length; index += 1) {
    const value = from[index] ?? 0;
    let place = index;
    for (; place > 0 && (into[place - 1] ?? 0) > value; place -= 1) into[place] = into[place - 1] ?? 0;
    into[place] = value;
  }
}

type Bounds = { readonly most: number; readonly least: number };

/** The greatest and the least −Σ ln x! over all completions of a node. */
function boundsOver(columns: readonly number[]): (left: readonly number[], from: number) => Bounds {
  const known = columns.map(() => new Map<number | string, Bounds>());
  const boundsOf = (left: readonly number[], from: number): Bounds => {
    if (from >= columns.length - 1) {
      let log = 0;
      for (const count of left) log -= logFactorial(count);
      return { most: log, least: log };
    }
    const key = keyOf(left);
    const found = known[from]?.get(key);
    if (found) return found;
    let [most, least] = [-Infinity, Infinity];
    forEachColumn([...left], columns[from] ?? 0, (next, log) => {
      const rest = boundsOf(next, from + 1);
      most = Math.max(most, log + rest.most);
      least = Math.min(least, log + rest.least);
    });
    const bounds = { most, least };
    known[from]?.set(key, bounds);
    return bounds;
  };
  return boundsOf;
}
