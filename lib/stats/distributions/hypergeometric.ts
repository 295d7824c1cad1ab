import type { Tails } from "./gamma";
import { logBinomialDensity } from "./saddle-point";

/** An urn: `white` and `black` balls, `drawn` of them drawn without replacement (R's m, n and k). */
export type Urn = { readonly white: number; readonly black: number; readonly drawn: number };

/** The fewest and most white balls that can be drawn. */
export function supportOf({ white, black, drawn }: Urn): { readonly least: number; readonly most: number } {
  return { least: Math.max(0, drawn - black), most: Math.min(white, drawn) };
}

/** ln P(X = x) by Loader's saddle point. R: `dhyper(x, m, n, k, log = TRUE)`. */
export function hypergeometricLog(x: number, urn: Urn): number {
  const { white, black, drawn } = urn;
  const { least, most } = supportOf(urn);
  if (x < least || x > most || !Number.isInteger(x)) return -Infinity;
  if (drawn === 0 || least === most) return 0;
  const total = white + black;
  const odds = { p: drawn / total, q: (total - drawn) / total };
  return (
    logBinomialDensity(x, white, odds) +
    logBinomialDensity(drawn - x, black, odds) -
    logBinomialDensity(drawn, total, odds)
  );
}

/** P(X ≤ x) and P(X > x), each summed from its own side. R: `phyper(x, m, n, k)`. */
export function hypergeometricTails(x: number, urn: Urn): Tails {
  const { least, most } = supportOf(urn);
  if (x < least) return { lower: 0, upper: 1 };
  if (x >= most) return { lower: 1, upper: 0 };
  const { white, black, drawn } = urn;
  const mean = (drawn * white) / (white + black);
  if (x < mean) {
    const lower = Math.exp(hypergeometricLog(x, urn)) * sumDownwards(x, urn);
    return { lower, upper: 1 - lower };
  }
  const mirrored = { white: black, black: white, drawn };
  const y = drawn - x - 1;
  const upper = Math.exp(hypergeometricLog(y, mirrored)) * sumDownwards(y, mirrored);
  return { lower: 1 - upper, upper };
}

/** Σ P(X = i)/P(X = x) over i ≤ x, by the ratio of neighbours. */
function sumDownwards(x: number, { white, black, drawn }: Urn): number {
  let [sum, term] = [1, 1];
  for (let i = x; i > 0 && term > 1e-18 * sum; i -= 1) {
    term *= (i * (black - drawn + i)) / ((drawn + 1 - i) * (white + 1 - i));
    sum += term;
  }
  return sum;
}
