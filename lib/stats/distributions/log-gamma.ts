/** ½·ln 2π. */
export const halfLogTwoPi = 0.9189385332046727;

const eulerGamma = 0.5772156649015329;

/** ζ(k) − 1 by Euler–Maclaurin summation from 20 on. */
function zetaLessOne(k: number): number {
  let sum = 0;
  for (let n = 19; n >= 2; n -= 1) sum += n ** -k;
  const end = 20;
  const power = end ** -k;
  return (
    sum +
    (power * end) / (k - 1) +
    power / 2 +
    (k * power) / (12 * end) -
    (k * (k + 1) * (k + 2) * power) / (720 * end ** 3) +
    (k * (k + 1) * (k + 2) * (k + 3) * (k + 4) * power) / (30240 * end ** 5)
  );
}

const zetas = Array.from({ length: 36 }, (_, index) => zetaLessOne(index + 2));

/** ln Γ(1 + z) for |z| ≤ ½, exact to its last digits near 0: −ln(1+z) + (1−γ)z + Σ (ζ(k)−1)(−z)^k/k. */
export function logGammaOnePlus(z: number): number {
  let [sum, power] = [0, -z];
  zetas.forEach((zeta, index) => {
    power *= -z;
    sum += (zeta * power) / (index + 2);
  });
  return -Math.log1p(z) + (1 - eulerGamma) * z + sum;
}

/** Stirling's error δ(x) = ln Γ(x+1) − (x+½)·ln x + x − ½·ln 2π (Loader 2000), for x > 0; absolute error below 1e-15. */
export function stirlingError(x: number): number {
  let [correction, at] = [0, x];
  for (; at < 16; at += 1) correction += (at + 0.5) * Math.log1p(1 / at) - 1;
  const inverse = 1 / (at * at);
  const series =
    1 / 12 -
    inverse *
      (1 / 360 -
        inverse *
          (1 / 1260 -
            inverse * (1 / 1680 - inverse * (1 / 1188 - inverse * (691 / 360360 - inverse / 156)))));
  return correction + series / at;
}

/**
 * ln Γ(x) for x > 0. R: `lgamma`. Series around 1 and 2, Stirling's series with Loader's error term elsewhere
 * (Loader, "Fast and accurate computation of binomial probabilities", 2000). Relative error below 1e-14.
 */
export function logGamma(x: number): number {
  if (x <= 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x <= 1.5) return logGammaOnePlus(x - 1);
  if (x <= 2.5) return logGammaOnePlus(x - 2) + Math.log1p(x - 2);
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x);
}

const factorials: number[] = [0];

/** ln n! for a whole number n. R: `lfactorial`. */
export function logFactorial(n: number): number {
  for (let k = factorials.length; k <= n && k <= 170; k += 1) {
    let product = 1;
    for (let factor = 2; factor <= k; factor += 1) product *= factor;
    factorials.push(Math.log(product));
  }
  return factorials[n] ?? logGamma(n + 1);
}
