/** How a deviation is measured. `relative` is to the reference, but to 0.001 where that is smaller still; `scaled` to a scale of its own, such as a standard error. */
export type Measure = "exact" | "relative" | "absolute" | "scaled";

export type Quantity = {
  readonly label: string;
  readonly tolerance: number;
  readonly measure: Measure;
};

const exact = (label: string): Quantity => ({ label, tolerance: 0, measure: "exact" });
const relative = (label: string, tolerance: number): Quantity => ({ label, tolerance, measure: "relative" });
const absolute = (label: string, tolerance: number): Quantity => ({ label, tolerance, measure: "absolute" });
const scaled = (label: string, tolerance: number): Quantity => ({ label, tolerance, measure: "scaled" });

/** Every quantity the verifier compares, with its tolerance as measured to be reachable. */
export const quantities = {
  "case.size": exact("Case: rows and events"),
  "km.counts": exact("Kaplan–Meier: times, at risk, events, censored"),
  "km.survival": relative("Kaplan–Meier: S(t)", 1e-13),
  "km.greenwood": relative("Kaplan–Meier: Greenwood SE of ln S", 1e-13),
  "km.hazard": relative("Nelson–Aalen: cumulative hazard and SE", 1e-13),
  "km.limits": absolute("Kaplan–Meier: pointwise limits", 1e-13),
  "km.median": exact("Median survival with limits, summary()$table"),
  "km.quantile": exact("Quantiles with limits, quantile()"),
  "km.landmark": relative("Landmark S(t) and SE", 1e-13),
  "km.landmark.limits": absolute("Landmark S(t): limits", 1e-13),
  "km.landmark.counts": exact("Landmark S(t): number at risk"),
  "km.restricted-mean": relative("Restricted mean and SE", 1e-12),
  "km.follow-up": exact("Reverse Kaplan–Meier: quantiles of follow-up with limits"),
  "logrank.counts": exact("G-rho tests: group sizes, degrees of freedom"),
  "logrank.sums": relative("G-rho tests: observed and expected", 1e-12),
  "logrank.variance": scaled("G-rho tests: variance", 1e-12),
  "logrank.chi-squared": relative("G-rho tests: χ², p, ln p", 1e-10),
  "trend.sums": scaled("Trend test: U and V", 1e-12),
  "trend.chi-squared": relative("Trend test: χ², p", 1e-10),
  "pairwise.chi-squared": relative("Pairwise log-rank: χ², p", 1e-10),
  holm: relative("Holm adjustment", 1e-10),
  "cox.counts": exact("Cox: rows, events, degrees of freedom"),
  "cox.coefficient": scaled("Cox: coefficients, in standard errors", 1e-9),
  "cox.standard-error": relative("Cox: standard errors", 1e-9),
  "cox.covariance": scaled("Cox: covariance matrix", 1e-9),
  "cox.wald-p": relative("Cox: z and p of coefficients", 1e-8),
  "cox.hazard-ratio": relative("Cox: hazard ratios with limits", 1e-9),
  "cox.log-likelihood": relative("Cox: log partial likelihood", 1e-12),
  "cox.score": absolute("Cox: score test", 1e-10),
  "cox.wald": absolute("Cox: Wald test", 1e-9),
  "cox.likelihood-ratio": absolute("Cox: likelihood-ratio test", 1e-8),
  "cox.test-p": relative("Cox: p of the three tests", 1e-8),
  "cox.flag": exact("Cox: monotone likelihood flagged"),
  "cox.concordance": relative("Cox: concordance and SE", 1e-9),
  "cox.concordance.pairs": exact("Cox: concordant, discordant and tied pairs"),
  zph: relative("Proportional hazards test", 1e-8),
  "zph.df": exact("Proportional hazards test: degrees of freedom"),
  "aalen-johansen": relative("Aalen–Johansen: incidence and SE", 1e-12),
  "aalen-johansen.counts": exact("Aalen–Johansen: times, at risk"),
  "aalen-johansen.limits": absolute("Aalen–Johansen: limits", 1e-12),
  cuminc: relative("Cumulative incidence and Aalen variance", 1e-12),
  gray: relative("Gray's test", 1e-8),
  "gray.df": exact("Gray's test: degrees of freedom"),
  fisher: relative("Fisher's exact test: p, odds ratio, limits", 1e-10),
  "fisher.table": relative("Fisher's exact test, r × c: p", 1e-10),
  "chi-squared": relative("Pearson χ² with and without Yates", 1e-11),
  "chi-squared.df": exact("Pearson χ²: degrees of freedom"),
  mcnemar: relative("McNemar's test", 1e-11),
  "clopper-pearson": relative("Clopper–Pearson limits", 1e-10),
  wilson: relative("Wilson limits", 1e-12),
  "mid-p": relative("Mid-p limits", 1e-10),
  wilcoxon: relative("Wilcoxon–Mann–Whitney", 1e-11),
  kruskal: relative("Kruskal–Wallis", 1e-11),
  "kruskal.df": exact("Kruskal–Wallis: degrees of freedom"),
  quantile: relative("Sample quantiles, types 2 and 7", 1e-14),
  distribution: relative("Distributions against 60-digit arithmetic", 1e-12),
  "distribution.beta-quantile": relative("Beta quantile against 60-digit arithmetic", 1e-11),
  "distribution.many-df": relative("t and F with df > 1e5 against 60-digit arithmetic", 1e-10),
  "distribution.r": relative("Distributions against R", 1e-10),
} as const satisfies Record<string, Quantity>;

export type QuantityId = keyof typeof quantities;
