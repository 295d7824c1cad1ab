import type { QuantityId } from "../lib/stats/verify/quantities";

/** A method as docs/statistics.md describes it: the function that computes it and the quantities it is verified by. */
export type StatisticsMethod = {
  readonly title: string;
  readonly file: string;
  readonly name: string;
  readonly quantities: readonly QuantityId[];
  /** How it is checked where the cases hold no such quantity. */
  readonly otherwise?: string;
};

const method = (
  title: string,
  file: string,
  name: string,
  ...quantities: readonly QuantityId[]
): StatisticsMethod => ({ title, file, name, quantities });

/** Every method, in the order of the document, by chapter. */
export const chapters: readonly { readonly title: string; readonly methods: readonly StatisticsMethod[] }[] =
  [
    {
      title: "Survival of one group",
      methods: [
        method(
          "Kaplan–Meier estimate",
          "kaplan-meier",
          "kaplanMeier",
          "km.counts",
          "km.survival",
          "km.greenwood",
          "km.hazard",
        ),
        method("Pointwise limits", "survival-limits", "survivalLimits", "km.limits"),
        method("Median with limits", "survival-quantile", "medianSurvival", "km.median"),
        method("Quantiles with limits", "survival-quantile", "survivalQuantile"),
        method(
          "Quantiles as R's quantile() gives them",
          "survival-quantile-of-r",
          "survivalQuantileOfR",
          "km.quantile",
        ),
        {
          ...method("SPSS-type interval of the median", "spss-median-interval", "spssMedianInterval"),
          otherwise:
            "Collett's example of section 2.4 (median 93 weeks, SE 17.1, 59 to 127), in survival-quantile.test.ts.",
        },
        method(
          "Survival at given times",
          "survival-at",
          "survivalAt",
          "km.landmark",
          "km.landmark.limits",
          "km.landmark.counts",
        ),
        method("Restricted mean", "restricted-mean", "restrictedMean", "km.restricted-mean"),
        method(
          "Follow-up, reverse Kaplan–Meier",
          "reverse-kaplan-meier",
          "reverseKaplanMeier",
          "km.follow-up",
        ),
        method("Number at risk", "number-at-risk", "numberAtRisk", "km.landmark.counts"),
      ],
    },
    {
      title: "Comparison of groups",
      methods: [
        method(
          "Log-rank, Peto–Peto and the G-rho family",
          "log-rank",
          "logRank",
          "logrank.counts",
          "logrank.sums",
          "logrank.variance",
          "logrank.chi-squared",
        ),
        method("Trend over ordered groups", "trend-test", "trendTest", "trend.sums", "trend.chi-squared"),
        method("Pairs of groups", "pairwise-log-rank", "pairwiseLogRank", "pairwise.chi-squared"),
        method("Holm's adjustment", "holm", "holm", "holm"),
      ],
    },
    {
      title: "Cox regression",
      methods: [
        method(
          "Proportional hazards regression",
          "cox-regression",
          "coxRegression",
          "cox.counts",
          "cox.coefficient",
          "cox.standard-error",
          "cox.covariance",
          "cox.wald-p",
          "cox.hazard-ratio",
          "cox.log-likelihood",
          "cox.score",
          "cox.wald",
          "cox.likelihood-ratio",
          "cox.test-p",
          "cox.flag",
        ),
        method("Concordance", "concordance", "concordance", "cox.concordance", "cox.concordance.pairs"),
        method(
          "Test of proportional hazards",
          "proportional-hazards-test",
          "proportionalHazardsTest",
          "zph",
          "zph.df",
        ),
      ],
    },
    {
      title: "Competing risks",
      methods: [
        method(
          "Cumulative incidence",
          "cumulative-incidence",
          "cumulativeIncidence",
          "aalen-johansen",
          "aalen-johansen.counts",
          "cuminc",
        ),
        method(
          "Cumulative incidence at given times",
          "cumulative-incidence",
          "incidenceAt",
          "aalen-johansen.limits",
        ),
        method("Gray's test", "gray-test", "grayTest", "gray", "gray.df"),
      ],
    },
    {
      title: "Tables and proportions",
      methods: [
        method("Fisher's exact test, 2 × 2", "fisher-exact", "fisherExact2x2", "fisher"),
        method("Fisher's exact test, r × c", "fisher-exact-table", "fisherExactTable", "fisher.table"),
        method("Pearson's χ²", "chi-squared-test", "chiSquaredTest", "chi-squared", "chi-squared.df"),
        method("McNemar's test", "mc-nemar", "mcNemar", "mcnemar"),
        method("Clopper–Pearson limits", "clopper-pearson", "clopperPearson", "clopper-pearson"),
        method("Wilson limits", "wilson", "wilson", "wilson"),
        method("Mid-p limits", "mid-p", "midP", "mid-p"),
      ],
    },
    {
      title: "Ranks and quantiles",
      methods: [
        method("Wilcoxon–Mann–Whitney", "wilcoxon-rank-sum", "wilcoxonRankSum", "wilcoxon"),
        method("Kruskal–Wallis", "kruskal-wallis", "kruskalWallis", "kruskal", "kruskal.df"),
        method("Sample quantiles", "quantile", "quantile", "quantile"),
      ],
    },
    {
      title: "Distributions",
      methods: [
        method("Normal", "distributions/normal", "normalQuantile", "distribution", "distribution.r"),
        method("χ²", "distributions/chi-squared", "chiSquaredUpper", "distribution", "distribution.r"),
        method(
          "Beta",
          "distributions/beta",
          "incompleteBeta",
          "distribution",
          "distribution.beta-quantile",
          "distribution.r",
        ),
        method(
          "Student's t",
          "distributions/student-t",
          "studentUpper",
          "distribution",
          "distribution.many-df",
          "distribution.r",
        ),
        method("F", "distributions/f", "fUpper", "distribution", "distribution.many-df", "distribution.r"),
        method(
          "Hypergeometric",
          "distributions/hypergeometric",
          "hypergeometricTails",
          "distribution",
          "distribution.r",
        ),
        {
          ...method("Binomial", "distributions/binomial", "binomialLower"),
          otherwise:
            "Through Clopper–Pearson and mid-p limits and McNemar's exact p; sums of its terms in distributions.test.ts.",
        },
        method(
          "Logarithm of the gamma function",
          "distributions/log-gamma",
          "logGamma",
          "distribution",
          "distribution.r",
        ),
      ],
    },
  ];
