import { type CompetingSample, checkCompeting, competingCounts } from "./competing-risks";
import { normalOfLevel } from "./distributions/normal";
import { InputError, checkLevel, checkTimes } from "./input-error";

/** The probability over time of an event of one cause, when others may come first; aligned columns, a row for each distinct time. */
export type CumulativeIncidence = {
  readonly n: number;
  readonly cause: number;
  readonly time: readonly number[];
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly incidence: readonly number[];
  /** The infinitesimal jackknife's, as R's survfit gives it. */
  readonly standardError: readonly number[];
  /** The variance of Aalen (1978) as `cmprsk::cuminc` gives it. */
  readonly aalenVariance: readonly number[];
};

/**
 * The Aalen–Johansen estimate of cumulative incidence (1978). R: `survfit(Surv(time, factor(cause)) ~ 1)`, `cmprsk::cuminc`.
 *
 * F(t) = Σ S(u−)·d(u)/n(u) over event times, S being Kaplan–Meier's of any event. Two variances: the sum of squared influences
 * (infinitesimal jackknife; Therneau), and Aalen's by the delta method with the factor 1 − (d − 1)/(n − 1) for ties (Gray 1988).
 * Causes are whole numbers, 0 for censored; ties within R's timefix; nobody gives no rows. Throws InputError for a row not usable.
 */
export function cumulativeIncidence(sample: CompetingSample, cause: number): CumulativeIncidence {
  checkCompeting(sample);
  if (!Number.isInteger(cause) || cause < 1)
    throw new InputError("cause", null, "must be a whole number from 1");
  const causes = Array.from(sample.causes, (value) => (value === 0 ? 0 : value === cause ? 1 : 2));
  const counts = competingCounts({ times: sample.times, causes }, 2);
  const [influence, aalen] = [influenceSums(), aalenSums()];
  const columns = { incidence: [] as number[], standardError: [] as number[], aalenVariance: [] as number[] };
  let [survival, incidence] = [1, 0];
  counts.time.forEach((_, row) => {
    const step = {
      n: counts.atRisk[row] ?? 0,
      own: counts.counts[1]?.[row] ?? 0,
      other: counts.counts[2]?.[row] ?? 0,
      censored: counts.counts[0]?.[row] ?? 0,
      before: survival,
    };
    survival = (survival * (step.n - step.own - step.other)) / step.n;
    incidence += (step.before * step.own) / step.n;
    columns.incidence.push(incidence);
    columns.standardError.push(Math.sqrt(influence({ ...step, after: survival, incidence })));
    columns.aalenVariance.push(aalen({ ...step, after: survival, incidence }));
  });
  const { n, time, atRisk } = counts;
  return { n, cause, time, atRisk, events: counts.counts[1] ?? [], ...columns };
}

type Step = {
  readonly n: number;
  readonly own: number;
  readonly other: number;
  readonly censored: number;
  readonly before: number;
  readonly after: number;
  readonly incidence: number;
};

/**
 * Σ of squared influences, step by step. All still at risk share one influence on S and on F; who leaves at T keeps
 * a + b·F(t) afterwards, b being the influence on S over S(T), so that sums of 1, a, b and their products suffice.
 */
function influenceSums(): (step: Step) => number {
  let [onSurvival, onIncidence] = [0, 0];
  let [aa, ab, bb] = [0, 0, 0];
  return ({ n, own, other, censored, before, after, incidence }) => {
    const [hazard, ownHazard] = [(own + other) / n, own / n];
    const leave = (count: number, died: number, ownDeath: number) => {
      const s = onSurvival * (1 - hazard) + (before * (hazard - died)) / n;
      const f = onIncidence + onSurvival * ownHazard + (before * (ownDeath - ownHazard)) / n;
      const b = after > 0 ? s / after : 0;
      const a = f - b * incidence;
      aa += count * a * a;
      ab += count * a * b;
      bb += count * b * b;
      return { s, f };
    };
    leave(own, 1, 1);
    leave(other, 1, 0);
    const { s, f } = leave(censored, 0, 0);
    [onSurvival, onIncidence] = [s, f];
    const left = n - own - other - censored;
    return Math.max(0, aa + 2 * incidence * ab + incidence * incidence * bb + left * f * f);
  };
}

/** Aalen's variance, which changes only at events of the cause itself. */
function aalenSums(): (step: Step) => number {
  let [square, cross, slope, variance] = [0, 0, 0, 0];
  const add = (size: number, value: number, gradient: number) => {
    square += value * value * size;
    cross += value * gradient * size;
    slope += gradient * gradient * size;
  };
  return ({ n, own, other, before, after, incidence }) => {
    const size = (count: number) =>
      (before * before * count * (count > 1 ? 1 - (count - 1) / (n - 1) : 1)) / (n * n);
    const gradient = after > 0 ? 1 / after : 0;
    if (other > 0 && after > 0) add(size(other), incidence * gradient, gradient);
    if (own > 0) {
      add(size(own), 1 + incidence * gradient, gradient);
      variance = square + incidence * incidence * slope - 2 * incidence * cross;
    }
    return variance;
  };
}

export type IncidenceAt = {
  readonly time: number;
  readonly atRisk: number;
  readonly incidence: number;
  readonly standardError: number;
  readonly aalenVariance: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/**
 * Cumulative incidence at given times with limits exp(ln F ± z·SE/F), at most 1. R: `summary(survfit(…), times = at, extend = TRUE)`.
 * Before the first time everything is 0; limits are null where F is 0 from then on.
 */
export function incidenceAt(curve: CumulativeIncidence, at: readonly number[], level = 0.95): IncidenceAt[] {
  checkLevel(level);
  checkTimes(at, "at");
  const z = normalOfLevel(level);
  return at.map((time) => {
    const next = curve.time.findIndex((value) => value >= time);
    const atRisk = next === -1 ? 0 : (curve.atRisk[next] ?? 0);
    const row = curve.time.findLastIndex((value) => value <= time);
    if (row === -1)
      return { time, atRisk, incidence: 0, standardError: 0, aalenVariance: 0, lower: 0, upper: 0 };
    const [incidence, standardError] = [curve.incidence[row] ?? 0, curve.standardError[row] ?? 0];
    const spread = (z * standardError) / incidence;
    return {
      time,
      atRisk,
      incidence,
      standardError,
      aalenVariance: curve.aalenVariance[row] ?? 0,
      lower: incidence === 0 ? null : incidence * Math.exp(-spread),
      upper: incidence === 0 ? null : Math.min(1, incidence * Math.exp(spread)),
    };
  });
}
