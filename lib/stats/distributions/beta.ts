import { InputError } from "../input-error";
import type { Tails } from "./gamma";
import { increasingRoot } from "./root";
import { logBinomialDensity } from "./saddle-point";

type Shape = { readonly a: number; readonly b: number };

/** ln of x^a·y^b / B(a, b) with y = 1 − x given apart, so that neither end loses digits. */
function logKernel({ a, b }: Shape, x: number, y: number): number {
  return logBinomialDensity(a, a + b, { p: x, q: y }) + Math.log(a) + Math.log(b / (a + b));
}

/** The continued fraction of the incomplete beta function (Didonato and Morris 1992), good for x below the mean. */
function betaFraction({ a, b }: Shape, x: number, y: number): number {
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
  const c = 1 + lambda;
  const [c0, c1, yp1] = [b / a, 1 + 1 / a, y + 1];
  let [n, p, s] = [0, 1, a + 1];
  let [an, bn, anp1, bnp1] = [0, 1, 1, c / c1];
  let r = c1 / c;
  for (let step = 0; step < 100_000; step += 1) {
    n += 1;
    const t = n / a;
    const w = n * (b - n) * x;
    let e = a / s;
    const alpha = p * (p + c0) * e * e * (w * x);
    e = (t + 1) / (c1 + t + t);
    const beta = n + w / s + e * (c + n * yp1);
    p = t + 1;
    s += 2;
    [an, anp1] = [anp1, alpha * an + beta * anp1];
    [bn, bnp1] = [bnp1, alpha * bn + beta * bnp1];
    const previous = r;
    r = anp1 / bnp1;
    if (Math.abs(r - previous) <= 1e-16 * r) break;
    an /= bnp1;
    bn /= bnp1;
    anp1 = r;
    bnp1 = 1;
  }
  return r;
}

/** The regularised incomplete beta function and its complement, x and 1 − x given apart. R: `pbeta`. Relative error below 1e-12. */
export function incompleteBeta(shape: Shape, x: number, y = 1 - x): Tails {
  const { a, b } = shape;
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (x * (a + b) > a || (a < 1 && x > 0.7)) {
    const mirrored = leftTail({ a: b, b: a }, y, x);
    return { lower: 1 - mirrored, upper: mirrored };
  }
  const lower = leftTail(shape, x, y);
  return { lower, upper: 1 - lower };
}

function leftTail(shape: Shape, x: number, y: number): number {
  const kernel = Math.exp(logKernel(shape, x, y));
  return kernel === 0 ? 0 : kernel * betaFraction(shape, x, y);
}

/**
 * The x with P(X ≤ x) = p for a beta distribution, 0 ≤ p ≤ 1: Newton's method on the logit of x and the logarithm of the nearer tail.
 * R: `qbeta(p, a, b)`.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new InputError("p", null, `must lie between 0 and 1, not ${p}`);
  if (p === 0 || p === 1) return p;
  const root = quantileLogit(p, { a, b });
  return root > 0 ? 1 / (1 + Math.exp(-root)) : Math.exp(root) / (1 + Math.exp(root));
}

function quantileLogit(p: number, shape: Shape): number {
  const below = p <= 0.5;
  const target = Math.log(below ? p : 1 - p);
  return increasingRoot({
    at: (logit) => {
      const tiny = Math.exp(-Math.abs(logit));
      const [near, far] = [tiny / (1 + tiny), 1 / (1 + tiny)];
      const [x, y] = logit < 0 ? [near, far] : [far, near];
      const { lower, upper } = incompleteBeta(shape, x, y);
      const slope = Math.exp(logKernel(shape, x, y));
      return below
        ? { value: Math.log(lower) - target, slope: slope / lower }
        : { value: target - Math.log(upper), slope: slope / upper };
    },
    low: -745,
    high: 745,
    start: Math.log(shape.a / shape.b),
  });
}
