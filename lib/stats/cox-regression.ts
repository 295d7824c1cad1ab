import { checkedCoxSample, type CoxDesign, coxDesign, type CoxSample } from "./cox-design";
import { type CoxSums, coxSums, type Ties } from "./cox-sums";
import { chiSquaredUpper } from "./distributions/chi-squared";
import { normalOfLevel, normalUpper } from "./distributions/normal";
import { checkLevel } from "./input-error";
import { factorSymmetric, invertFactored, leftOutOf, solveFactored } from "./symmetric-factor";

export type CoxCoefficient = {
  readonly name: string;
  readonly coefficient: number | null;
  readonly standardError: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly hazardRatio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

export type CoxTest = { readonly chiSquared: number | null; readonly df: number; readonly p: number | null };

export type CoxFit = {
  readonly n: number;
  readonly events: number;
  readonly ties: Ties;
  readonly coefficients: readonly CoxCoefficient[];
  /** The inverse information, by rows; 0 for a covariate left out. */
  readonly covariance: readonly (readonly number[])[];
  readonly logLikelihood: { readonly null: number; readonly model: number };
  readonly likelihoodRatio: CoxTest;
  readonly score: CoxTest;
  readonly wald: CoxTest;
  readonly iterations: number;
  readonly converged: boolean;
  /** Covariates whose coefficient runs to infinity while the likelihood stands still: monotone likelihood. */
  readonly monotone: readonly string[];
  /** Covariates left out because they are constant or a sum of earlier ones. */
  readonly collinear: readonly string[];
  /** Why there is no fit, or why it should not be read as one. */
  readonly reason: string | null;
};

export type CoxOptions = { readonly ties?: Ties; readonly level?: number };

/**
 * Cox's proportional hazards regression (Cox 1972). R: `coxph(Surv(time, event) ~ x + strata(s), ties = "efron")`.
 *
 * Maximises the partial likelihood with Efron's (default) or Breslow's handling of ties, by Newton's method with halving; strata have
 * their own baseline hazards; with `starts`, a row is at risk in (start, time]. Hazard ratios exp(β) with limits exp(β ± z·SE);
 * score test at β = 0, likelihood-ratio and Wald tests on the covariates kept. Ties within R's timefix. Where no event is seen or no
 * covariate varies, everything is null with a reason; collinear covariates are left out and named; a monotone likelihood is flagged, its covariates named, and their
 * coefficients and the Wald test are null, while the likelihood-ratio and score tests stand. Throws InputError for a row that is not usable.
 */
export function coxRegression(sample: CoxSample, options: CoxOptions = {}): CoxFit {
  const { ties = "efron", level = 0.95 } = options;
  checkLevel(level);
  const design = coxDesign(checkedCoxSample(sample));
  const maximum = maximise(design, ties);
  return presented(sample, { design, maximum, ties, level });
}

type Maximum = {
  readonly beta: Float64Array;
  readonly at: CoxSums;
  readonly start: CoxSums;
  readonly leftOut: readonly number[];
  readonly unbounded: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
};

const mostIterations = 60;
/** Relative change of the log likelihood below which it stands still, R's `eps` as the reference cases have it. */
const still = 1e-13;
/** A Newton step smaller than this part of a standard error ends the search; being the last of a quadratic sequence, it is exact. */
const smallStep = 1e-7;
/** A step smaller than this part of a standard error, for each root of the number of events, leaves the information as it is to ten digits. */
const tinyStep = 1e-10;
/** After a step smaller than this, the next is below 1e-9 and taken without another look at the likelihood. */
const lastLook = 1e-5;
/** A step this long, in mean absolute deviations of the covariate, while the likelihood stands still, runs to infinity. */
const longStep = 0.01;

function maximise(design: CoxDesign, ties: Ties): Maximum {
  const { width } = design;
  const start = coxSums(design, new Float64Array(width), { ties });
  const deaths = design.slotDeaths.reduce((sum, count) => sum + count, 0);
  const leftOut = leftOutOf(factorSymmetric(start.information, width, { least: deaths }));
  let [beta, at] = [new Float64Array(width), start];
  const ended = (iterations: number, converged: boolean, unbounded: readonly number[] = []) => ({
    beta,
    at,
    start,
    leftOut,
    unbounded,
    iterations,
    converged,
  });
  let gain = Infinity;
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    const factor = factorSymmetric(at.information, width, { leftOut, tolerance: 0 });
    const step = solveFactored(factor, at.score);
    const size = Math.max(
      0,
      ...step.map((value, j) => Math.abs(value) * Math.sqrt(at.information[j * width + j] ?? 0)),
    );
    const long = [...step.keys()].filter((j) => Math.abs(step[j] ?? 0) > longStep);
    const standsStill = gain <= still * (Math.abs(at.logLikelihood) + Math.abs(start.logLikelihood));
    if (standsStill && long.length > 0) return ended(iteration, true, long);
    if (size < tinyStep * Math.sqrt(deaths) && long.length === 0) {
      const gained = step.reduce((sum, value, j) => sum + value * (at.score[j] ?? 0), 0) / 2;
      beta = beta.map((value, j) => value + (step[j] ?? 0));
      at = { ...at, logLikelihood: at.logLikelihood + gained };
      return ended(iteration + 1, true);
    }
    const next = improved(design, { beta, step, from: at.logLikelihood, ties });
    if (!next) return ended(iteration, size < 1e-4);
    gain = Math.abs(next.at.logLikelihood - at.logLikelihood);
    [beta, at] = [next.beta, next.at];
    if (size < smallStep && long.length === 0) return ended(iteration + 1, true);
    if (size < lastLook && long.length === 0) {
      const rest = solveFactored(factorSymmetric(at.information, width, { leftOut, tolerance: 0 }), at.score);
      beta = beta.map((value, j) => value + (rest[j] ?? 0));
      return ended(iteration + 2, true);
    }
  }
  return ended(mostIterations, false);
}

type Step = {
  readonly beta: Float64Array;
  readonly step: Float64Array;
  readonly from: number;
  readonly ties: Ties;
};

/** The likelihood after a step, halved until it is no worse. */
function improved(design: CoxDesign, { beta, step, from, ties }: Step) {
  for (let share = 1; share > 1e-9; share /= 2) {
    const next = beta.map((value, j) => value + share * (step[j] ?? 0));
    const at = coxSums(design, next, { ties });
    if (at.logLikelihood >= from - 1e-11 * Math.abs(from)) return { beta: next, at };
  }
  return null;
}

type Fitted = {
  readonly design: CoxDesign;
  readonly maximum: Maximum;
  readonly ties: Ties;
  readonly level: number;
};

function presented(sample: CoxSample, { design, maximum, ties, level }: Fitted): CoxFit {
  const { width, scale } = design;
  const { beta, at, start, leftOut, unbounded } = maximum;
  const events = design.slotDeaths.reduce((sum, count) => sum + count, 0);
  const names = sample.covariates.map(({ name }) => name);
  const kept = names.flatMap((_, j) => (leftOut.includes(j) ? [] : [j]));
  const unit = (j: number) => scale[j] ?? 1;
  const factor = factorSymmetric(at.information, width, { leftOut, tolerance: 0 });
  const covariance = invertFactored(factor).map((row, i) =>
    row.map((value, j) => value / (unit(i) * unit(j))),
  );
  const test = (chiSquared: number | null): CoxTest => ({
    chiSquared,
    df: kept.length,
    p: chiSquared === null ? null : chiSquaredUpper(chiSquared, kept.length),
  });
  const z = normalOfLevel(level);
  const coefficients = names.map((name, j) =>
    leftOut.includes(j) || unbounded.includes(j)
      ? noCoefficient(name)
      : coefficientOf(name, { value: (beta[j] ?? 0) / unit(j), se: Math.sqrt(covariance[j]?.[j] ?? 0), z }),
  );
  const none = kept.length === 0 || events === 0;
  const scoreStart = solveFactored(factorSymmetric(start.information, width, { leftOut }), start.score);
  const waldSum = kept.reduce(
    (sum, i) =>
      sum +
      kept.reduce(
        (row, j) => row + (beta[i] ?? 0) * (at.information[i * width + j] ?? 0) * (beta[j] ?? 0),
        0,
      ),
    0,
  );
  return {
    n: design.n,
    events,
    ties,
    coefficients,
    covariance,
    logLikelihood: { null: start.logLikelihood, model: at.logLikelihood },
    likelihoodRatio: test(none ? null : 2 * (at.logLikelihood - start.logLikelihood)),
    score: test(none ? null : scoreStart.reduce((sum, value, j) => sum + value * (start.score[j] ?? 0), 0)),
    wald: test(none || unbounded.length > 0 ? null : waldSum),
    iterations: maximum.iterations,
    converged: maximum.converged,
    monotone: unbounded.map((j) => names[j] ?? ""),
    collinear: events === 0 ? [] : leftOut.map((j) => names[j] ?? ""),
    reason: reasonOf(events, kept.length, maximum),
  };
}

function reasonOf(events: number, kept: number, { unbounded, converged }: Maximum): string | null {
  if (events === 0) return "no events";
  if (kept === 0) return "no covariate varies among those at risk";
  if (unbounded.length > 0) return "monotone likelihood: a coefficient runs to infinity";
  return converged ? null : "the search for the maximum did not converge";
}

function noCoefficient(name: string): CoxCoefficient {
  return {
    name,
    coefficient: null,
    standardError: null,
    z: null,
    p: null,
    hazardRatio: null,
    lower: null,
    upper: null,
  };
}

function coefficientOf(
  name: string,
  { value, se, z }: { value: number; se: number; z: number },
): CoxCoefficient {
  return {
    name,
    coefficient: value,
    standardError: se,
    z: value / se,
    p: 2 * normalUpper(Math.abs(value / se)),
    hazardRatio: Math.exp(value),
    lower: Math.exp(value - z * se),
    upper: Math.exp(value + z * se),
  };
}
