import { chiSquaredUpper } from "./distributions/chi-squared";
import { checkNumbers } from "./input-error";
import { midRanks } from "./ranks";

export type KruskalWallis = {
  readonly h: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly reason: string | null;
};

/**
 * The Kruskal–Wallis test of several samples (1952). R: `kruskal.test(groups)`.
 *
 * H = (12·Σ R_j²/n_j/(N(N+1)) − 3(N+1)) / (1 − Σ(t³−t)/(N³−N)) on groups − 1 degrees of freedom. Empty groups are left out; fewer than
 * two groups, or one value shared by all, give null with a reason. Throws InputError for a value that is not a finite number.
 */
export function kruskalWallis(groups: readonly (readonly number[])[]): KruskalWallis {
  groups.forEach((values) => checkNumbers(values, "groups"));
  const used = groups.filter((values) => values.length > 0);
  const df = Math.max(0, used.length - 1);
  if (df === 0) return { h: null, df, p: null, reason: "fewer than two groups" };
  const { ranks, tieSum } = midRanks(used.flat());
  const n = ranks.length;
  const correction = 1 - tieSum / (n ** 3 - n);
  if (!(correction > 0)) return { h: null, df, p: null, reason: "every value is the same" };
  let [start, between] = [0, 0];
  for (const values of used) {
    const sum = ranks
      .slice(start, start + values.length)
      .reduce((total, rank) => total + rank - (n + 1) / 2, 0);
    between += (sum * sum) / values.length;
    start += values.length;
  }
  const h = (12 * between) / (n * (n + 1)) / correction;
  return { h, df, p: chiSquaredUpper(h, df), reason: null };
}
