import { type Label, groupCodes } from "./group-codes";
import { checkLengths, checkNumbers, checkSample } from "./input-error";
import { distinctSorted, tiedTimes, tieOf } from "./survival-counts";

export type ConcordanceSample = {
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  /** A score that grows with risk, such as the linear predictor of a Cox model. */
  readonly risk: ArrayLike<number>;
  readonly strata?: ArrayLike<Label>;
};

export type Concordance = {
  readonly concordance: number | null;
  readonly standardError: number | null;
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedRisk: number;
  readonly tiedTime: number;
  readonly tiedBoth: number;
  readonly reason: string | null;
};

/**
 * Harrell's C (1982): of the pairs whose order of events is known, the share in which the higher risk came first, ties of risk ½.
 * R: `concordance(coxph(…))`.
 *
 * A pair counts where one has an event and the other is followed longer, or is censored at that very time; pairs are made within strata.
 * SE by the infinitesimal jackknife. Time n·ln n. Without a usable pair: null with a reason. Throws InputError for a row not usable.
 */
export function concordance({ times, events, risk, strata }: ConcordanceSample): Concordance {
  checkLengths({ times, events, risk, strata });
  checkSample(times, events);
  checkNumbers(risk, "risk");
  const cuts = tiedTimes(distinctSorted(times));
  const levels = distinctSorted(risk);
  const layers = strata ? groupCodes(strata, "strata").code : new Int32Array(times.length);
  const tie = Int32Array.from({ length: times.length }, (_, row) => tieOf(cuts, times[row] ?? 0));
  const level = Int32Array.from({ length: times.length }, (_, row) => tieOf(levels, risk[row] ?? 0));
  const pairs: Pairs = { higher: pairColumn(times), lower: pairColumn(times), same: pairColumn(times) };
  const ties = { tiedTime: 0, tiedBoth: 0 };
  for (const layer of new Set(layers)) {
    const rows = Uint32Array.from([...layers.keys()].filter((row) => layers[row] === layer));
    rows.sort(
      (one, other) => (tie[one] ?? 0) - (tie[other] ?? 0) || (events[other] ?? 0) - (events[one] ?? 0),
    );
    countPairs({ rows, tie, level, events, levels: levels.length }, pairs);
    countTiedDeaths({ rows, tie, level, events, levels: levels.length }, ties);
  }
  return summary(pairs, ties);
}

const pairColumn = (rows: ArrayLike<unknown>) => new Float64Array(rows.length);

/** For each row, the usable pairs it is in: those in which the earlier event has the higher, the lower or the same risk. */
type Pairs = { readonly higher: Float64Array; readonly lower: Float64Array; readonly same: Float64Array };

type Ordered = {
  readonly rows: Uint32Array;
  readonly tie: Int32Array;
  readonly level: Int32Array;
  readonly events: ArrayLike<number>;
  readonly levels: number;
};

/** Counts of levels with prefix sums (Fenwick 1994). */
function counter(size: number) {
  const tree = new Int32Array(size + 1);
  let total = 0;
  return {
    add(level: number) {
      total += 1;
      for (let at = level + 1; at <= size; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
    },
    below(level: number): number {
      let sum = 0;
      for (let at = level; at > 0; at -= at & -at) sum += tree[at] ?? 0;
      return sum;
    },
    total: () => total,
  };
}

function countPairs({ rows, tie, level, events, levels }: Ordered, { higher, lower, same }: Pairs): void {
  const isDeath = (row: number) => events[row] === 1;
  const record = (row: number, count: { below: number; equal: number; above: number }, earlier: boolean) => {
    const [up, down] = earlier ? [count.below, count.above] : [count.above, count.below];
    higher[row] = (higher[row] ?? 0) + up;
    lower[row] = (lower[row] ?? 0) + down;
    same[row] = (same[row] ?? 0) + count.equal;
  };
  const countOf = (tree: ReturnType<typeof counter>, at: number) => {
    const [below, upTo] = [tree.below(at), tree.below(at + 1)];
    return { below, equal: upTo - below, above: tree.total() - upTo };
  };
  const later = counter(levels);
  forEachTie(rows, tie, true, (members) => {
    for (const row of members) if (!isDeath(row)) later.add(level[row] ?? 0);
    for (const row of members) if (isDeath(row)) record(row, countOf(later, level[row] ?? 0), true);
    for (const row of members) if (isDeath(row)) later.add(level[row] ?? 0);
  });
  const earlier = counter(levels);
  forEachTie(rows, tie, false, (members) => {
    for (const row of members) if (isDeath(row)) record(row, countOf(earlier, level[row] ?? 0), false);
    for (const row of members) if (isDeath(row)) earlier.add(level[row] ?? 0);
    for (const row of members) if (!isDeath(row)) record(row, countOf(earlier, level[row] ?? 0), false);
  });
}

function forEachTie(
  rows: Uint32Array,
  tie: Int32Array,
  backwards: boolean,
  visit: (members: Uint32Array) => void,
): void {
  const starts: number[] = [];
  rows.forEach((row, place) => {
    if (place === 0 || tie[row] !== tie[rows[place - 1] ?? 0]) starts.push(place);
  });
  const ranges = starts.map((start, index) => rows.subarray(start, starts[index + 1] ?? rows.length));
  for (const members of backwards ? ranges.reverse() : ranges) visit(members);
}

function countTiedDeaths(ordered: Ordered, ties: { tiedTime: number; tiedBoth: number }): void {
  const { rows, tie, level, events } = ordered;
  const pairsOf = (count: number) => (count * (count - 1)) / 2;
  forEachTie(rows, tie, false, (members) => {
    const deaths = [...members].filter((row) => events[row] === 1);
    const byLevel = new Map<number, number>();
    for (const row of deaths) byLevel.set(level[row] ?? 0, (byLevel.get(level[row] ?? 0) ?? 0) + 1);
    const both = [...byLevel.values()].reduce((sum, count) => sum + pairsOf(count), 0);
    ties.tiedBoth += both;
    ties.tiedTime += pairsOf(deaths.length) - both;
  });
}

function summary({ higher, lower, same }: Pairs, ties: { tiedTime: number; tiedBoth: number }): Concordance {
  const half = (column: Float64Array) => column.reduce((sum, count) => sum + count, 0) / 2;
  const [concordant, discordant, tiedRisk] = [half(higher), half(lower), half(same)];
  const usable = concordant + discordant + tiedRisk;
  const counts = { concordant, discordant, tiedRisk, ...ties };
  if (usable === 0)
    return { ...counts, concordance: null, standardError: null, reason: "no pair can be ordered" };
  const somers = (concordant - discordant) / usable;
  let variance = 0;
  higher.forEach((up, row) => {
    const [down, equal] = [lower[row] ?? 0, same[row] ?? 0];
    variance += ((up - down - somers * (up + down + equal)) / usable) ** 2;
  });
  return { ...counts, concordance: (somers + 1) / 2, standardError: Math.sqrt(variance) / 2, reason: null };
}
