import { normalOfLevel } from "./distributions/normal";
import { checkLevel } from "./input-error";
import type { SurvivalCurve } from "./kaplan-meier";

export type IntervalType = "log-log" | "log" | "plain" | "logit" | "arcsin";

export type SurvivalLimits = {
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
};

type Limits = { readonly lower: number | null; readonly upper: number | null };

const undefinedLimits: Limits = { lower: null, upper: null };
const certain: Limits = { lower: 1, upper: 1 };
const logistic = (x: number) => 1 - 1 / (1 + Math.exp(x));

/**
 * The limits of one S(t) on a scale, where `spread` is z times the standard error of ln S. R: `survival:::survfit_confint`.
 *
 * At S = 0 no scale has limits (R: NA or NaN). At S = 1 plain and log give 1 and 1, the other scales none, as R's do.
 */
export function limitsAt(survival: number, spread: number | null, type: IntervalType): Limits {
  if (spread === null || survival === 0) return undefinedLimits;
  if (survival === 1) return type === "plain" || type === "log" ? certain : undefinedLimits;
  switch (type) {
    case "plain":
      return {
        lower: Math.max(survival - spread * survival, 0),
        upper: Math.min(survival + spread * survival, 1),
      };
    case "log":
      return {
        lower: Math.exp(Math.log(survival) - spread),
        upper: Math.min(Math.exp(Math.log(survival) + spread), 1),
      };
    case "log-log": {
      const [centre, width] = [Math.log(-Math.log(survival)), spread / Math.log(survival)];
      return { lower: Math.exp(-Math.exp(centre - width)), upper: Math.exp(-Math.exp(centre + width)) };
    }
    case "logit": {
      const centre = Math.log(survival / (1 - survival));
      const width = spread * (1 + survival / (1 - survival));
      return { lower: logistic(centre - width), upper: logistic(centre + width) };
    }
    case "arcsin": {
      const centre = Math.asin(Math.sqrt(survival));
      const width = 0.5 * spread * Math.sqrt(survival / (1 - survival));
      return {
        lower: Math.sin(Math.max(0, centre - width)) ** 2,
        upper: Math.sin(Math.min(Math.PI / 2, centre + width)) ** 2,
      };
    }
  }
}

/**
 * Pointwise confidence limits of S(t), aligned to the curve's times. R: `survfit(…, conf.type, conf.int)`.
 *
 * Plain S ± z·SE; log exp(ln S ± z·se); log-log exp(−exp(ln(−ln S) ± z·se/ln S)) (Kalbfleisch and Prentice 1980); logit; arcsin √S
 * (Borgan and Liestøl 1990), where se is Greenwood's of ln S. Null where a limit is undefined: at S = 0, and but for plain and log at S = 1.
 */
export function survivalLimits(curve: SurvivalCurve, type: IntervalType, level = 0.95): SurvivalLimits {
  checkLevel(level);
  const z = normalOfLevel(level);
  const lower: (number | null)[] = [];
  const upper: (number | null)[] = [];
  curve.survival.forEach((survival, row) => {
    const se = curve.standardErrorLog[row] ?? null;
    const limits = limitsAt(survival, se === null ? null : z * se, type);
    lower.push(limits.lower);
    upper.push(limits.upper);
  });
  return { lower, upper };
}
