import { type CompetingSample, checkCompeting, competingCounts } from "./competing-risks";
import { chiSquaredUpper } from "./distributions/chi-squared";
import { type Label, groupCodes } from "./group-codes";
import { InputError, checkLengths } from "./input-error";
import { dot, solveSymmetric } from "./linear-algebra";

export type GraySample = CompetingSample & {
  readonly groups: ArrayLike<Label>;
  readonly strata?: ArrayLike<Label>;
  readonly cause: number;
  /** The weight (1 − F(t−))^rho; 0 gives every time the same weight. */
  readonly rho?: number;
};

export type GrayTest = {
  readonly groups: readonly Label[];
  readonly chiSquared: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly reason: string | null;
};

/**
 * Gray's test that cumulative incidence of one cause is equal in k groups (Gray 1988). R: `cmprsk::cuminc(…)$Tests`.
 *
 * With R_k at risk, S_k any event's Kaplan–Meier and F_k the group's incidence just before t, the score of group k is
 * Σ w·(d_k − d·R_k(1−F_k)/S_k / Σ_j R_j(1−F_j)/S_j), w = (1 − F(t−))^rho with F the incidence under equality; its variance follows from
 * the martingales of both causes. Strata are added. Groups in ascending order; the last is the reference. Without two groups or without
 * variance the test is null with a reason. Throws InputError for a row that is not usable.
 */
export function grayTest(sample: GraySample): GrayTest {
  const { times, causes, groups, strata, cause, rho = 0 } = sample;
  checkLengths({ times, causes, groups, strata });
  checkCompeting(sample);
  if (!Number.isInteger(cause) || cause < 1)
    throw new InputError("cause", null, "must be a whole number from 1");
  const coded = groupCodes(groups);
  const layers = strata ? groupCodes(strata, "strata").code : new Int32Array(times.length);
  const size = coded.labels.length;
  const score = zeros(size);
  const variance = square(size);
  for (const layer of new Set(layers)) {
    const rows = [...layers.keys()].filter((row) => layers[row] === layer);
    const part = stratumSums({
      times: rows.map((row) => times[row] ?? 0),
      causes: rows.map((row) => (causes[row] === 0 ? 0 : causes[row] === cause ? 1 : 2)),
      group: rows.map((row) => coded.code[row] ?? 0),
      size,
      rho,
    });
    part.score.forEach((value, i) => (score[i] = (score[i] ?? 0) + value));
    part.variance.forEach((row, i) => row.forEach((value, j) => addTo(variance, [i, j], value)));
  }
  const none = (reason: string) => ({ groups: coded.labels, chiSquared: null, df: 0, p: null, reason });
  if (size < 2) return none("fewer than two groups");
  const used = score.slice(0, -1);
  const solution = solveSymmetric(
    variance.slice(0, -1).map((row) => row.slice(0, -1)),
    used,
  );
  if (!solution) return none("the variance is 0: no event of this cause tells the groups apart");
  const chiSquared = dot(solution, used);
  return {
    groups: coded.labels,
    chiSquared,
    df: size - 1,
    p: chiSquaredUpper(chiSquared, size - 1),
    reason: null,
  };
}

const zeros = (size: number) => Array.from({ length: size }, () => 0);
const square = (size: number) => Array.from({ length: size }, () => zeros(size));

function addTo(matrix: number[][], [i, j]: readonly [number, number], value: number): void {
  const row = matrix[i];
  if (row) row[j] = (row[j] ?? 0) + value;
}

type Stratum = {
  readonly times: readonly number[];
  readonly causes: readonly number[];
  readonly group: readonly number[];
  readonly size: number;
  readonly rho: number;
};

/** What a group carries from time to time: its survival and incidence, left and right limits alike until they step. */
type Group = { atRisk: number; survival: number; incidence: number };

function stratumSums({ times, causes, group, size, rho }: Stratum) {
  const codes = causes.map((cause, row) => cause * size + (group[row] ?? 0));
  const { time, counts } = competingCounts({ times, causes: codes }, 3 * size - 1);
  const count = (cause: number, k: number, row: number) => counts[cause * size + k]?.[row] ?? 0;
  const groups = zeros(size).map((_, k): Group => ({
    atRisk: group.filter((code) => code === k).length,
    survival: 1,
    incidence: 0,
  }));
  const score = zeros(size);
  const drift = square(size);
  const spread = varianceSums(size, drift);
  let pooled = 0;
  time.forEach((_, row) => {
    const own = groups.map((_group, k) => count(1, k, row));
    const other = groups.map((_group, k) => count(2, k, row));
    const [deaths, others] = [own, other].map((column) => column.reduce((sum, value) => sum + value, 0));
    if ((deaths ?? 0) + (others ?? 0) > 0)
      pooled = step({ groups, own, other, deaths: deaths ?? 0, pooled, rho, score, drift, spread });
    groups.forEach((state, k) => (state.atRisk -= count(0, k, row) + count(1, k, row) + count(2, k, row)));
  });
  return { score, variance: spread.total() };
}

type StepInput = {
  readonly groups: Group[];
  readonly own: readonly number[];
  readonly other: readonly number[];
  readonly deaths: number;
  readonly pooled: number;
  readonly rho: number;
  readonly score: number[];
  readonly drift: number[][];
  readonly spread: ReturnType<typeof varianceSums>;
};

/** One event time: adds to the scores and to the variance, moves the groups on, and returns the pooled incidence after it. */
function step({ groups, own, other, deaths, pooled, rho, score, drift, spread }: StepInput): number {
  const size = groups.map(({ atRisk, survival }) => (atRisk > 0 ? atRisk / survival : 0));
  const total = size.reduce((sum, value) => sum + value, 0);
  const free = groups.reduce((sum, { incidence }, k) => sum + (size[k] ?? 0) * (1 - incidence), 0);
  const weight = (1 - pooled) ** rho;
  const after = pooled + deaths / total;
  const weights = groups.map((_, i) =>
    groups.map((_group, j) => weight * (size[i] ?? 0) * ((i === j ? 1 : 0) - (size[j] ?? 0) / total)),
  );
  weights.forEach((row, i) =>
    row.forEach((value, j) => addTo(drift, [i, j], (value * deaths) / (total * (1 - pooled)))),
  );
  groups.forEach((state, k) => {
    if (state.atRisk <= 0) return;
    const share = ((size[k] ?? 0) * (1 - state.incidence)) / free;
    score[k] = (score[k] ?? 0) + weight * ((own[k] ?? 0) - deaths * share);
    const before = state.survival;
    state.incidence += (before * (own[k] ?? 0)) / state.atRisk;
    state.survival = (before * (state.atRisk - (own[k] ?? 0) - (other[k] ?? 0))) / state.atRisk;
    const ratio = state.survival > 0 ? (1 - after) / state.survival : 0;
    const column = weights.map((row) => row[k] ?? 0);
    if (deaths > 0) {
      const ties = deaths > 1 ? 1 - (deaths - 1) / (total * before - 1) : 1;
      spread.add(k, {
        weights: column,
        ratio: 1 - ratio,
        size: (ties * before * deaths) / (total * state.atRisk),
      });
    }
    const lost = other[k] ?? 0;
    if (lost > 0 && state.survival > 0) {
      const ties = lost > 1 ? 1 - (lost - 1) / (state.atRisk - 1) : 1;
      const variance = (ties * before * before * lost) / (state.atRisk * state.atRisk);
      spread.add(k, { weights: zeros(groups.length), ratio: -ratio, size: variance });
    }
  });
  return after;
}

type Increment = { readonly weights: readonly number[]; readonly ratio: number; readonly size: number };

/**
 * The variance of Σ_k ∫ (a_ik + ratio·(C_ik(∞) − C_ik(t))) dM_k, where C (`drift`) is known to the end only at the end:
 * sums of squares of a − ratio·C, of its products with the ratio, and of the ratio's squares are kept apart until then.
 */
function varianceSums(size: number, drift: readonly (readonly number[])[]) {
  const [squares, products, ratios] = [square(size), square(size), zeros(size)];
  return {
    add(k: number, { weights, ratio, size: variance }: Increment) {
      const known = weights.map((weight, i) => weight - ratio * (drift[i]?.[k] ?? 0));
      known.forEach((one, i) => {
        addTo(products, [i, k], one * ratio * variance);
        known.forEach((two, j) => addTo(squares, [i, j], one * two * variance));
      });
      ratios[k] = (ratios[k] ?? 0) + ratio * ratio * variance;
    },
    total(): number[][] {
      return squares.map((row, i) =>
        row.map((value, j) =>
          ratios.reduce((sum, ratio, k) => {
            const [one, two] = [drift[i]?.[k] ?? 0, drift[j]?.[k] ?? 0];
            return sum + one * two * ratio + one * (products[j]?.[k] ?? 0) + two * (products[i]?.[k] ?? 0);
          }, value),
        ),
      );
    },
  };
}
