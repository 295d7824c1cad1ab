import { groupCodes, type Label } from "./group-codes";
import { holm } from "./holm";
import { logRank, type LogRankSample } from "./log-rank";

export type PairComparison = {
  readonly groups: readonly [Label, Label];
  readonly chiSquared: number | null;
  readonly p: number | null;
  /** p adjusted by Holm's method over all pairs. */
  readonly adjusted: number | null;
  readonly reason: string | null;
};

/**
 * The log-rank test of every pair of groups, each on those two groups alone, with Holm's adjustment.
 * R: `survdiff` on each pair and `p.adjust(p, "holm")` (`survminer::pairwise_survdiff`). Pairs in the order of their labels.
 */
export function pairwiseLogRank(sample: LogRankSample): PairComparison[] {
  const { labels } = groupCodes(sample.groups);
  const pairs = labels.flatMap((one, place) =>
    labels
      .slice(place + 1)
      .map((other) => ({ groups: [one, other] as const, test: logRank(only(sample, one, other)) })),
  );
  const adjusted = holm(pairs.map(({ test }) => test.p));
  return pairs.map(({ groups, test }, place) => ({
    groups,
    chiSquared: test.chiSquared,
    p: test.p,
    adjusted: adjusted[place] ?? null,
    reason: test.reason,
  }));
}

function only(sample: LogRankSample, one: Label, other: Label): LogRankSample {
  const rows: number[] = [];
  for (let row = 0; row < sample.groups.length; row += 1)
    if (sample.groups[row] === one || sample.groups[row] === other) rows.push(row);
  const { strata, rho } = sample;
  return {
    times: rows.map((row) => sample.times[row] ?? Number.NaN),
    events: rows.map((row) => sample.events[row] ?? Number.NaN),
    groups: rows.map((row) => sample.groups[row] ?? one),
    ...(strata ? { strata: rows.map((row) => strata[row] ?? "") } : {}),
    ...(rho === undefined ? {} : { rho }),
  };
}
