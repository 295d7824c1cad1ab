import { logFactorial } from "./distributions/log-gamma";
import { InputError, checkCount } from "./input-error";

/** Tables whose probability exceeds the observed by less than this factor count as equally likely, as in R. */
const tolerance = 1e-7;

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** A count refused where it is not whole, a table refused where its rows differ in length. */
function checkTable(table: readonly (readonly number[])[]): void {
  table.forEach((row, index) => {
    if (row.length !== table[0]?.length) throw new InputError("table", index + 1, "is not as long as the first row");
    for (const count of row) checkCount(count, "table", index + 1);
  });
}

/**
 * Fisher's exact test of an r × c table (Freeman and Halton 1951). R: `fisher.test(table)$p.value`.
 *
 * p is the sum of the probabilities, given the margins, of all tables no more likely than the observed one. Tables are built column
 * by column; those that leave the same row totals are kept together, a branch whose every table counts is added whole, and one of which
 * no table can count is dropped (the network algorithm of Mehta and Patel 1983, with exact bounds). Good to a few hundred counts.
 * Empty rows and columns are left out; fewer than two of either give p = 1. Throws InputError for a count that is negative or not whole.
 */
export function fisherExactTable(table: readonly (readonly number[])[]): { readonly p: number } {
  checkTable(table);
  const width = table[0]?.length ?? 0;
  const allColumns = Array.from({ length: width }, (_, column) => sumOf(table.map((row) => row[column] ?? 0)));
  const [rows, columns] = [table.map(sumOf).filter(Boolean), allColumns.filter(Boolean)];
  if (rows.length < 2 || columns.length < 2) return { p: 1 };
  const observed = -sumOf(table.flat().map(logFactorial));
  const [short, long] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  return { p: tailOf(short, [...long].sort((one, other) => other - one), observed) };
}

type Bounds = { readonly most: number; readonly least: number };

/** The state of a partly built table: what is left of each row, in order of size, since order does not matter. */
type Node = { readonly left: readonly number[]; readonly past: Map<number, { log: number; mass: number }> };

const keyOf = (left: readonly number[]) => left.join(" ");

function tailOf(rows: readonly number[], columns: readonly number[], observed: number): number {
  const total = sumOf(rows);
  const scale = sumOf(rows.map(logFactorial)) + sumOf(columns.map(logFactorial)) - logFactorial(total);
  const limit = observed + Math.log1p(tolerance);
  const bounds = boundsOver(columns);
  const start = [...rows].sort((one, other) => one - other);
  let level = new Map<string, Node>([[keyOf(start), { left: start, past: new Map([[0, { log: 0, mass: 1 }]]) }]]);
  let p = 0;
  columns.forEach((column, index) => {
    const following = new Map<string, Node>();
    const remaining = columns.slice(index + 1);
    for (const { left, past } of level.values())
      forEachColumn(left, column, (next, log) => {
        const { most, least } = bounds(next, index + 1);
        const whole = logCompletions(next, remaining);
        for (const entry of past.values()) {
          const [reached, mass] = [entry.log + log, entry.mass * Math.exp(log)];
          if (reached + most <= limit) p += mass * Math.exp(whole + scale);
          else if (reached + least <= limit) keep(following, next, { log: reached, mass });
        }
      });
    level = following;
  });
  return Math.min(1, p);
}

function keep(nodes: Map<string, Node>, left: readonly number[], entry: { log: number; mass: number }): void {
  const key = keyOf(left);
  const node = nodes.get(key) ?? { left, past: new Map<number, { log: number; mass: number }>() };
  nodes.set(key, node);
  const bin = Math.round(entry.log * 1e9);
  const same = node.past.get(bin);
  if (same) same.mass += entry.mass;
  else node.past.set(bin, { ...entry });
}

/** ln Σ Π 1/x! over all completions: total! / (Π row! · Π column!). */
function logCompletions(left: readonly number[], columns: readonly number[]): number {
  return logFactorial(sumOf(left)) - sumOf(left.map(logFactorial)) - sumOf(columns.map(logFactorial));
}

/** Every way to take a column's total from what is left of the rows, with −Σ ln x!. */
function forEachColumn(
  left: readonly number[],
  column: number,
  visit: (next: readonly number[], log: number) => void,
): void {
  const next = [...left];
  const room = left.map((_, row) => sumOf(left.slice(row + 1)));
  const take = (row: number, wanted: number, log: number) => {
    const available = left[row] ?? 0;
    if (row === left.length - 1) {
      next[row] = available - wanted;
      visit([...next].sort((one, other) => one - other), log - logFactorial(wanted));
      return;
    }
    const least = Math.max(0, wanted - (room[row] ?? 0));
    for (let count = least; count <= Math.min(available, wanted); count += 1) {
      next[row] = available - count;
      take(row + 1, wanted - count, log - logFactorial(count));
    }
  };
  take(0, column, 0);
}

/** The greatest and the least −Σ ln x! over all completions of a node. */
function boundsOver(columns: readonly number[]): (left: readonly number[], from: number) => Bounds {
  const known = new Map<string, Bounds>();
  const boundsOf = (left: readonly number[], from: number): Bounds => {
    if (from >= columns.length) return { most: 0, least: 0 };
    if (from === columns.length - 1) {
      const log = -sumOf(left.map(logFactorial));
      return { most: log, least: log };
    }
    const key = `${from}:${keyOf(left)}`;
    const found = known.get(key);
    if (found) return found;
    let [most, least] = [-Infinity, Infinity];
    forEachColumn(left, columns[from] ?? 0, (next, log) => {
      const rest = boundsOf(next, from + 1);
      most = Math.max(most, log + rest.most);
      least = Math.min(least, log + rest.least);
    });
    const bounds = { most, least };
    known.set(key, bounds);
    return bounds;
  };
  return boundsOf;
}
