import { dayHistogram } from "./day-histogram";
import { chiSquaredLogUpper, chiSquaredUpper } from "./distributions/chi-squared";
import { type Label, groupCodes } from "./group-codes";
import { checkLengths, InputError } from "./input-error";
import { dot, type Matrix, solveSymmetric } from "./linear-algebra";
import { forEachDeathTime, type RiskSet, walkHistogram } from "./risk-sets";
import { survivalSample } from "./survival-sample";

export type LogRankSample = {
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  readonly groups: ArrayLike<Label>;
  readonly strata?: ArrayLike<Label>;
  /** The weight S(t−)^rho of Harrington and Fleming: 0 log-rank, 1 Peto–Peto. */
  readonly rho?: number;
};

export type LogRank = {
  readonly groups: readonly Label[];
  readonly n: readonly number[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly variance: Matrix;
  readonly chiSquared: number | null;
  readonly df: number;
  readonly p: number | null;
  /** ln p, finite where p itself has run out of doubles. */
  readonly logP: number | null;
  /** Why there is no test, where there is none. */
  readonly reason: string | null;
};

/**
 * The k-sample log-rank test and its G-rho family, stratified or not. R: `survdiff(Surv(time, event) ~ group + strata(s), rho = rho)`.
 *
 * Over death times, with weight w = S(t−)^rho, S the stratum's Kaplan–Meier estimate: O_j = Σ w·d_j, E_j = Σ w·d·n_j/n,
 * V_jk = Σ w²·d(n−d)/(n−1)·(n_j/n)(δ_jk − n_k/n); χ² = (O−E)'V⁻¹(O−E) on the groups with expected events, less one
 * (Mantel 1966, Peto and Peto 1972, Harrington and Fleming 1982). Groups in ascending order of their labels. Where R fails or drops a group,
 * the test is null with a reason, or the reason names the groups left out. Throws InputError for a row that is not usable.
 */
export function logRank(sample: LogRankSample): LogRank {
  const { times, events, groups, strata, rho = 0 } = sample;
  checkLengths({ times, events, groups, strata });
  if (!Number.isFinite(rho)) throw new InputError("rho", null, `must be a finite number, not ${rho}`);
  const histogram = strata ? null : dayHistogram(times, events, groups);
  if (histogram) {
    const walk = (visit: Visit) =>
      walkHistogram({ ...histogram, strata: 1, groups: histogram.labels.length }, visit);
    return presented(histogram.labels, histogram.sizes, weightedSums(walk, histogram.labels.length, rho));
  }
  const checked = survivalSample(times, events);
  const { labels, code, sizes } = groupCodes(groups);
  const layers = strata ? groupCodes(strata, "strata") : null;
  const coded = {
    ...checked,
    group: code,
    groups: labels.length,
    stratum: layers?.code ?? null,
    strata: layers?.labels.length ?? 1,
  };
  return presented(
    labels,
    sizes,
    weightedSums((visit) => forEachDeathTime(coded, visit), labels.length, rho),
  );
}

function presented(groups: readonly Label[], n: readonly number[], sums: Sums): LogRank {
  return { groups, n, ...sums, ...testOf(groups, sums) };
}

type Visit = (set: RiskSet) => void;

type Sums = { readonly observed: number[]; readonly expected: number[]; readonly variance: number[][] };

function weightedSums(walk: (visit: Visit) => void, size: number, rho: number): Sums {
  const observed = new Float64Array(size);
  const expected = new Float64Array(size);
  const variance = new Float64Array(size * size);
  let [survival, current] = [1, -1];
  walk(({ stratum, atRisk, deaths }) => {
    if (stratum !== current) [survival, current] = [1, stratum];
    let [total, died] = [0, 0];
    for (let j = 0; j < size; j += 1) {
      total += atRisk[j] ?? 0;
      died += deaths[j] ?? 0;
    }
    const weight = rho === 0 ? 1 : survival ** rho;
    survival *= (total - died) / total;
    const spread = total > 1 ? (weight * weight * died * (total - died)) / (total * (total - 1)) : 0;
    for (let j = 0; j < size; j += 1) {
      const mine = atRisk[j] ?? 0;
      observed[j] = (observed[j] ?? 0) + weight * (deaths[j] ?? 0);
      if (mine === 0) continue;
      expected[j] = (expected[j] ?? 0) + (weight * died * mine) / total;
      const part = spread * mine;
      variance[j * size + j] = (variance[j * size + j] ?? 0) + part;
      for (let k = 0; k < size; k += 1)
        variance[j * size + k] = (variance[j * size + k] ?? 0) - (part * (atRisk[k] ?? 0)) / total;
    }
  });
  return {
    observed: [...observed],
    expected: [...expected],
    variance: Array.from({ length: size }, (_, j) => [...variance.subarray(j * size, (j + 1) * size)]),
  };
}

function testOf(labels: readonly Label[], { observed, expected, variance }: Sums) {
  const used = labels.flatMap((_, place) => ((expected[place] ?? 0) > 0 ? [place] : []));
  const none = (reason: string) => ({ chiSquared: null, df: 0, p: null, logP: null, reason });
  if (labels.length < 2) return none("fewer than two groups");
  if (used.length === 0) return none("no events");
  if (used.length < 2) return none("only one group has expected events");
  const rest = used.slice(1);
  const differences = rest.map((place) => (observed[place] ?? 0) - (expected[place] ?? 0));
  const solution = solveSymmetric(
    rest.map((j) => rest.map((k) => variance[j]?.[k] ?? 0)),
    differences,
  );
  if (!solution)
    return none("the variance is 0: at every death time all at risk die, or all are of one group");
  const chiSquared = dot(solution, differences);
  const left = labels.filter((_, place) => !used.includes(place));
  return {
    chiSquared,
    df: rest.length,
    p: chiSquaredUpper(chiSquared, rest.length),
    logP: chiSquaredLogUpper(chiSquared, rest.length),
    reason: left.length > 0 ? `without expected events, so not compared: ${left.join(", ")}` : null,
  };
}
