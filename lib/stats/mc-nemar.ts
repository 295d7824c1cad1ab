import { binomialLower } from "./distributions/binomial";
import { chiSquaredUpper } from "./distributions/chi-squared";
import { checkCount } from "./input-error";
import type { TwoByTwo } from "./fisher-exact";

export type McNemar = {
  readonly chiSquared: number | null;
  readonly p: number | null;
  readonly corrected: { readonly chiSquared: number | null; readonly p: number | null };
  /** Two-sided exact p of the discordant pairs, binomial with ½. */
  readonly exactP: number;
  readonly reason: string | null;
};

/**
 * McNemar's test of paired proportions (1947). R: `mcnemar.test(table, correct)`; exact: `binom.test(b, b + c)`.
 *
 * (b − c)²/(b + c) on one degree of freedom, and with Edwards's correction (|b − c| − 1)²/(b + c), 0 where b = c.
 * Without discordant pairs the tests are null with a reason and the exact p is 1.
 */
export function mcNemar(table: TwoByTwo): McNemar {
  const [[a, b], [c, d]] = table;
  for (const [index, count] of [a, b, c, d].entries()) checkCount(count, "table", index < 2 ? 1 : 2);
  const n = b + c;
  if (n === 0) {
    const none = { chiSquared: null, p: null };
    return { ...none, corrected: none, exactP: 1, reason: "no discordant pairs" };
  }
  const of = (difference: number) => {
    const chiSquared = (difference * difference) / n;
    return { chiSquared, p: chiSquaredUpper(chiSquared, 1) };
  };
  const difference = Math.abs(b - c);
  return {
    ...of(difference),
    corrected: of(difference === 0 ? 0 : difference - 1),
    exactP: b === c ? 1 : Math.min(1, 2 * binomialLower(Math.min(b, c), { n, p: 0.5 })),
    reason: null,
  };
}
