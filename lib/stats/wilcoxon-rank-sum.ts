import { normalLower, normalUpper } from "./distributions/normal";
import { checkNumbers } from "./input-error";
import { midRanks } from "./ranks";

export type Sided = { readonly twoSided: number; readonly less: number; readonly greater: number };

export type WilcoxonRankSum = {
  /** Mann and Whitney's U of the first sample: pairs in which it is the greater, ties counting ½. */
  readonly w: number;
  readonly hasTies: boolean;
  /** The permutation distribution itself, ties and all; null where a sample has 50 or more. */
  readonly exact: Sided | null;
  readonly normal: Sided | null;
  readonly corrected: Sided | null;
  /** What R's default gives: exact without ties and below 50 in each sample, else normal with continuity correction. */
  readonly usual: Sided | null;
  readonly reason: string | null;
};

/** A sample this large is not tested exactly, as in R. */
const large = 50;

/**
 * The Wilcoxon–Mann–Whitney test of two samples (Wilcoxon 1945, Mann and Whitney 1947). R: `wilcox.test(x, y, exact, correct)`;
 * exact with ties: `coin::wilcox_test(distribution = "exact")`.
 *
 * z = (W − n·m/2)/σ with σ² = n·m/12·(N + 1 − Σ(t³ − t)/(N(N − 1))), the continuity correction ½ towards 0. Exact two-sided p: twice the
 * smaller tail without ties, the probability of a W at least as far from its mean with ties. An empty sample, or one value shared by all,
 * gives null with a reason. Throws InputError for a value that is not a finite number.
 */
export function wilcoxonRankSum(x: readonly number[], y: readonly number[]): WilcoxonRankSum {
  checkNumbers(x, "x");
  checkNumbers(y, "y");
  const [n, m] = [x.length, y.length];
  const { ranks, tieSum } = midRanks([...x, ...y]);
  const w = ranks.slice(0, n).reduce((sum, rank) => sum + rank, 0) - (n * (n + 1)) / 2;
  const none = { w, hasTies: tieSum > 0, exact: null, normal: null, corrected: null, usual: null };
  if (n === 0 || m === 0) return { ...none, reason: "an empty sample" };
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - tieSum / (total * (total - 1)));
  const exact = n < large && m < large ? exactSided(ranks, n, w) : null;
  if (!(variance > 0)) return { ...none, exact, reason: "every value is the same" };
  const [distance, sigma] = [w - (n * m) / 2, Math.sqrt(variance)];
  const corrected = normalSided(distance, sigma, 0.5);
  return {
    w,
    hasTies: tieSum > 0,
    exact,
    normal: normalSided(distance, sigma, 0),
    corrected,
    usual: tieSum === 0 && exact ? exact : corrected,
    reason: null,
  };
}

function normalSided(distance: number, sigma: number, correction: number): Sided {
  const nearer = Math.max(0, Math.abs(distance) - (distance === 0 ? 0 : correction)) / sigma;
  return {
    twoSided: Math.min(1, 2 * normalUpper(distance === 0 ? 0 : (Math.abs(distance) - correction) / sigma)),
    less: normalLower((distance + correction) / sigma),
    greater: normalUpper((distance - correction) / sigma),
    ...(nearer === 0 ? { twoSided: 1 } : {}),
  };
}

/** The distribution of the doubled rank sum of n among all, by adding one subject at a time. */
function exactSided(ranks: readonly number[], n: number, w: number): Sided {
  const doubled = ranks.map((rank) => Math.round(2 * rank));
  const most = doubled.reduce((sum, rank) => sum + rank, 0);
  const size = Math.min(n, ranks.length);
  const chances = Array.from({ length: size + 1 }, () => new Float64Array(most + 1));
  const [first] = chances;
  if (first) first[0] = 1;
  doubled.forEach((rank, seen) => {
    for (let count = Math.min(size, seen + 1); count >= 1; count -= 1) {
      const [into, from] = [chances[count], chances[count - 1]];
      if (into && from)
        for (let sum = most; sum >= rank; sum -= 1) into[sum] = (into[sum] ?? 0) + (from[sum - rank] ?? 0);
    }
  });
  const counts = chances[size] ?? new Float64Array(1);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const observed = Math.round(2 * (w + (n * (n + 1)) / 2));
  const mean = n * (ranks.length + 1);
  let [less, greater, far] = [0, 0, 0];
  counts.forEach((count, sum) => {
    if (sum <= observed) less += count;
    if (sum >= observed) greater += count;
    if (Math.abs(sum - mean) >= Math.abs(observed - mean)) far += count;
  });
  return { less: less / total, greater: greater / total, twoSided: Math.min(1, far / total) };
}
