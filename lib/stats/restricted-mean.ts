import { InputError } from "./input-error";
import type { SurvivalCurve } from "./kaplan-meier";

export type RestrictedMean = { readonly tau: number; readonly mean: number; readonly standardError: number };

/**
 * Mean survival up to a time tau: the area under the curve from 0 to tau (Irwin 1949), with
 * SE² = Σ (area from t to tau)²·d/(n(n − d)) over event times t ≤ tau; a time at which all at risk die adds nothing.
 * R: `summary(survfit(…), rmean = tau)$table[c("rmean", "se(rmean)")]`.
 *
 * Beyond the last time the curve goes on level, as in R. In the unit of the times. Throws InputError for a tau below 0.
 */
export function restrictedMean(curve: SurvivalCurve, tau: number): RestrictedMean {
  if (!(tau >= 0 && tau < Infinity))
    throw new InputError("tau", null, `must be a number, 0 or more, not ${tau}`);
  const rows = curve.time.filter((time) => time <= tau).length;
  let [after, variance] = [0, 0];
  for (let row = rows - 1; row >= 0; row -= 1) {
    const end = row + 1 < rows ? (curve.time[row + 1] ?? tau) : tau;
    after += (end - (curve.time[row] ?? 0)) * (curve.survival[row] ?? 1);
    const [atRisk, died] = [curve.atRisk[row] ?? 0, curve.events[row] ?? 0];
    if (atRisk > died) variance += (after * after * died) / (atRisk * (atRisk - died));
  }
  const before = rows > 0 ? (curve.time[0] ?? 0) : tau;
  return { tau, mean: before + after, standardError: Math.sqrt(variance) };
}
