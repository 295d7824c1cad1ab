import { checkedCoxSample, coxDesign, type CoxSample } from "./cox-design";
import type { CoxFit } from "./cox-regression";
import { coxSums } from "./cox-sums";
import { chiSquaredUpper } from "./distributions/chi-squared";
import { kaplanMeier } from "./kaplan-meier";
import { delayedSurvival } from "./delayed-survival";
import { midRanks } from "./ranks";
import { factorSymmetric, solveFactored } from "./symmetric-factor";

/** The function of time against which effects are tested: 1 − Kaplan–Meier, rank, time itself or its logarithm. */
export type TimeTransform = "km" | "rank" | "identity" | "log";

export type ProportionalHazardsTest = {
  /** One for each model term, and last "GLOBAL". */
  readonly rows: readonly {
    readonly term: string;
    readonly chiSquared: number | null;
    readonly df: number;
    readonly p: number | null;
  }[];
  readonly reason: string | null;
};

type Options = {
  readonly transform?: TimeTransform;
  /** A test for each column instead of one for each term. */
  readonly byColumn?: boolean;
};

/**
 * The score test of proportional hazards (Grambsch and Therneau 1994, in the exact form of Therneau's survival 3).
 * R: `cox.zph(fit, transform, terms)`.
 *
 * Adds x·g(t) for each covariate, g centred at its mean over events, and tests its coefficients at 0 with the fitted β:
 * u'I⁻¹u with the information of β and of the tested columns. Collinear covariates are left out. Without a fit (no events, monotone
 * likelihood, log of time 0) the tests are null with a reason.
 */
export function proportionalHazardsTest(
  sample: CoxSample,
  fit: CoxFit,
  { transform = "km", byColumn = false }: Options = {},
): ProportionalHazardsTest {
  checkedCoxSample(sample);
  const kept = fit.coefficients.flatMap(({ coefficient }, j) => (coefficient === null ? [] : [j]));
  const reason = fit.reason ?? reasonOf(sample, transform);
  const terms = termsOf(sample, kept, byColumn);
  if (reason !== null || kept.length === 0)
    return {
      rows: terms.map(({ term, columns }) => ({ term, chiSquared: null, df: columns.length, p: null })),
      reason: reason ?? "no covariate was fitted",
    };
  const used = { ...sample, covariates: kept.flatMap((j) => sample.covariates[j] ?? []) };
  const beta = kept.map((j) => fit.coefficients[j]?.coefficient ?? 0);
  const augmented = augmentedSums(used, beta, { ties: fit.ties, values: transformed(sample, transform) });
  const rows = terms.map(({ term, columns }) => {
    const chiSquared = augmented.test(columns);
    return {
      term,
      chiSquared,
      df: columns.length,
      p: chiSquared === null ? null : chiSquaredUpper(chiSquared, columns.length),
    };
  });
  return { rows, reason: null };
}

function reasonOf({ times, events }: CoxSample, transform: TimeTransform): string | null {
  if (transform !== "log") return null;
  for (let row = 0; row < times.length; row += 1)
    if (times[row] === 0 && events[row] === 1) return "an event at time 0 has no logarithm";
  return null;
}

function termsOf({ covariates }: CoxSample, kept: readonly number[], byColumn: boolean) {
  const names = kept.map((j) => (byColumn ? undefined : covariates[j]?.term) ?? covariates[j]?.name ?? "");
  const terms = [...new Set(names)].map((term) => ({
    term,
    columns: names.flatMap((name, column) => (name === term ? [column] : [])),
  }));
  return [...terms, { term: "GLOBAL", columns: names.map((_, column) => column) }];
}

/** g(t) of every row, less its mean over events. */
function transformed({ starts, times, events }: CoxSample, transform: TimeTransform): number[] {
  const all = Array.from(times);
  const values = valuesOf();
  const deaths = values.filter((_, row) => events[row] === 1);
  const mean = deaths.reduce((sum, value) => sum + value, 0) / deaths.length;
  return values.map((value) => value - mean);

  function valuesOf(): number[] {
    if (transform === "identity") return all;
    if (transform === "log") return all.map(Math.log);
    if (transform === "rank") return midRanks(all).ranks;
    const curve = starts ? delayedSurvival({ starts, times, events }) : kaplanMeier(times, events);
    return all.map((time) => {
      const row = curve.time.findLastIndex((value) => value < time);
      return 1 - (row === -1 ? 1 : (curve.survival[row] ?? 1));
    });
  }
}

type Augmented = { readonly ties: CoxFit["ties"]; readonly values: readonly number[] };

/** Score and information of (β, θ) at θ = 0, from the same scan as the fit. */
function augmentedSums(sample: CoxSample, beta: readonly number[], { ties, values }: Augmented) {
  const design = coxDesign(checkedCoxSample(sample));
  const width = beta.length;
  const scaled = Float64Array.from(beta, (value, j) => value * (design.scale[j] ?? 1));
  const score = new Float64Array(width);
  const [plain, once, twice] = [0, 1, 2].map(() => new Float64Array(width * width));
  const add = (into: Float64Array | undefined, from: Float64Array, factor: number) =>
    from.forEach((value, cell) => into && (into[cell] = (into[cell] ?? 0) + factor * value));
  coxSums(design, scaled, {
    ties,
    visit: ({ slot, score: part, information }) => {
      const g = values[design.order[design.slotStart[slot] ?? 0] ?? 0] ?? 0;
      add(score, part, g);
      add(plain, information, 1);
      add(once, information, g);
      add(twice, information, g * g);
    },
  });
  const at = (from: Float64Array | undefined, i: number, j: number) => from?.[i * width + j] ?? 0;
  return {
    /** u'I⁻¹u over all of β and the θ of the given columns; null where the information is singular. */
    test(columns: readonly number[]): number | null {
      const size = width + columns.length;
      const column = (k: number) => (k < width ? k : (columns[k - width] ?? 0));
      const matrix = new Float64Array(size * size);
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1) {
          const from = i < width && j < width ? plain : i >= width && j >= width ? twice : once;
          matrix[i * size + j] = at(from, column(i), column(j)) / (unit(i) * unit(j));
        }
      const right = Float64Array.from({ length: size }, (_, k) =>
        k < width ? 0 : (score[column(k)] ?? 0) / unit(k),
      );
      const factor = factorSymmetric(matrix, size, { tolerance: 1e-14 });
      if (factor.pivots.some((pivot) => pivot === 0)) return null;
      return solveFactored(factor, right).reduce((sum, value, k) => sum + value * (right[k] ?? 0), 0);

      function unit(k: number): number {
        return Math.sqrt(at(k < width ? plain : twice, column(k), column(k))) || 1;
      }
    },
  };
}
