import { chiSquaredUpper } from "./distributions/chi-squared";
import type { Label } from "./group-codes";
import { InputError } from "./input-error";
import { dot, quadratic } from "./linear-algebra";
import { logRank, type LogRankSample } from "./log-rank";

export type TrendTest = {
  readonly groups: readonly Label[];
  readonly scores: readonly number[];
  readonly statistic: number;
  readonly variance: number;
  readonly chiSquared: number | null;
  readonly df: 1;
  readonly p: number | null;
  readonly reason: string | null;
};

/**
 * The log-rank test for trend over ordered groups (Tarone 1975). No function of R's survival; from `survdiff` it is
 * U = Σ s_j(O_j − E_j), V = s'Vs, χ² = U²/V on one degree of freedom.
 *
 * Scores belong to the groups in ascending order of their labels and default to 1, 2, 3, …; weight, strata and ties as in `logRank`.
 * Where V is 0 the test is null with a reason. Throws InputError where scores and groups differ in number.
 */
export function trendTest(sample: LogRankSample & { readonly scores?: readonly number[] }): TrendTest {
  const { groups, observed, expected, variance } = logRank(sample);
  const scores = sample.scores ?? groups.map((_, place) => place + 1);
  if (scores.length !== groups.length)
    throw new InputError("scores", null, `there are ${scores.length} for ${groups.length} groups`);
  const statistic = dot(
    scores,
    observed.map((count, place) => count - (expected[place] ?? 0)),
  );
  const spread = quadratic(variance, scores);
  const size = quadratic(
    variance.map((row) => row.map(Math.abs)),
    scores.map(Math.abs),
  );
  const shared = { groups, scores, statistic, variance: spread, df: 1 } as const;
  if (!(spread > 1e-13 * size)) return { ...shared, chiSquared: null, p: null, reason: "the variance is 0" };
  const chiSquared = (statistic * statistic) / spread;
  return { ...shared, chiSquared, p: chiSquaredUpper(chiSquared, 1), reason: null };
}
