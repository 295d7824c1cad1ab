import { hypergeometricLog, supportOf, type Urn } from "./distributions/hypergeometric";
import { increasingRoot } from "./distributions/root";
import { checkCount, checkLevel } from "./input-error";

export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

export type FisherExact = {
  readonly p: number;
  readonly oddsRatio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** Tables whose probability exceeds the observed by less than this factor count as equally likely (R's `relErr`). */
const equallyLikely = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 × 2 table. R: `fisher.test(table, conf.level = level)`.
 *
 * Given the margins, the first cell is hypergeometric. p is the sum over all tables no more likely than the observed one (Irwin 1935),
 * with R's tolerance of 1e-7. The odds ratio is the conditional maximum likelihood estimate; its limits are exact (Cornfield 1956),
 * each tail (1 − level)/2. An odds ratio or upper limit of infinity and the odds ratio of a table with an empty margin are
 * null: not estimable; an empty margin gives p = 1, with limits 0 and null. R searches these loosely (its odds ratio is off by up to 6e-4).
 * Throws InputError for a count that is negative or not whole.
 */
export function fisherExact2x2(table: TwoByTwo, level = 0.95): FisherExact {
  checkLevel(level);
  const [[a, b], [c, d]] = table;
  for (const [index, count] of [a, b, c, d].entries()) checkCount(count, "table", index < 2 ? 1 : 2);
  const urn: Urn = { white: a + c, black: b + d, drawn: a + b };
  const support = supportOf(urn);
  if (support.least === support.most) return { p: 1, oddsRatio: null, lower: 0, upper: null };
  const family = oddsFamily(urn);
  const tail = (1 - level) / 2;
  return {
    p: twoSided(family.logs, a - support.least),
    oddsRatio: a === support.least ? 0 : a === support.most ? null : family.withMean(a),
    lower: a === support.least ? 0 : family.withUpperTail(a, tail),
    upper: a === support.most ? null : family.withLowerTail(a, tail),
  };
}

function twoSided(logs: readonly number[], observed: number): number {
  const limit = Math.exp(logs[observed] ?? 0) * equallyLikely;
  const chances = logs.map(Math.exp);
  const [likely, unlikely] = [
    chances.filter((chance) => chance > limit).reduce((sum, chance) => sum + chance, 0),
    chances
      .filter((chance) => chance <= limit)
      .sort((one, other) => one - other)
      .reduce((sum, chance) => sum + chance, 0),
  ];
  return Math.min(1, unlikely / (likely + unlikely));
}

/** Fisher's noncentral hypergeometric family over the odds ratio, and the members with a given mean or tail. */
function oddsFamily(urn: Urn) {
  const { least, most } = supportOf(urn);
  const logs = Array.from({ length: most - least + 1 }, (_, index) => hypergeometricLog(least + index, urn));

  const momentsAt = (logOdds: number, keep: (x: number) => boolean) => {
    const weights = logs.map((log, index) => log + (least + index) * logOdds);
    const highest = weights.reduce((one, other) => Math.max(one, other), -Infinity);
    let [total, mean, square, kept, keptMean] = [0, 0, 0, 0, 0];
    weights.forEach((weight, index) => {
      const [x, chance] = [least + index, Math.exp(weight - highest)];
      total += chance;
      mean += x * chance;
      square += x * x * chance;
      if (!keep(x)) return;
      kept += chance;
      keptMean += x * chance;
    });
    mean /= total;
    return {
      mean,
      variance: square / total - mean * mean,
      logKept: Math.log(kept / total),
      keptMean: keptMean / kept,
    };
  };

  const solve = (at: (logOdds: number) => { readonly value: number; readonly slope: number }) =>
    Math.exp(increasingRoot({ at, low: -700, high: 700, start: 0 }));

  return {
    logs,
    withMean: (x: number) =>
      solve((logOdds) => {
        const { mean, variance } = momentsAt(logOdds, () => true);
        return { value: mean - x, slope: variance };
      }),
    withUpperTail: (x: number, tail: number) =>
      solve((logOdds) => {
        const { mean, logKept, keptMean } = momentsAt(logOdds, (value) => value >= x);
        return { value: logKept - Math.log(tail), slope: keptMean - mean };
      }),
    withLowerTail: (x: number, tail: number) =>
      solve((logOdds) => {
        const { mean, logKept, keptMean } = momentsAt(logOdds, (value) => value <= x);
        return { value: Math.log(tail) - logKept, slope: mean - keptMean };
      }),
  };
}
