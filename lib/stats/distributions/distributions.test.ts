import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile, incompleteBeta } from "./beta";
import { binomialLower, binomialProbability, binomialUpper } from "./binomial";
import { chiSquaredLogUpper, chiSquaredLower, chiSquaredQuantile, chiSquaredUpper } from "./chi-squared";
import { fUpper } from "./f";
import { normalLogLower, normalLower, normalQuantile, normalUpper } from "./normal";
import { studentLower, studentUpper } from "./student-t";

const chance = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const shape = fc.double({ min: 1, max: 60, noNaN: true });

describe("quantiles", () => {
  it("undo their distribution", () => {
    fc.assert(
      fc.property(chance, shape, shape, (p, a, b) => {
        expect(normalLower(normalQuantile(p))).toBeCloseTo(p, 12);
        expect(chiSquaredLower(chiSquaredQuantile(p, a), a)).toBeCloseTo(p, 11);
        expect(incompleteBeta({ a, b }, betaQuantile(p, a, b)).lower).toBeCloseTo(p, 9);
      }),
    );
  });

  it("are 1.959964 and 3.841459 at 95 %", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(chiSquaredQuantile(0.95, 1)).toBeCloseTo(3.841458820694124, 13);
  });
});

describe("tails", () => {
  it("add up to 1", () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), shape, shape, (z, a, b) => {
        expect(normalLower(z) + normalUpper(z)).toBeCloseTo(1, 13);
        expect(studentLower(z, a) + studentUpper(z, a)).toBeCloseTo(1, 13);
        const x = Math.abs(z) / 9;
        const { lower, upper } = incompleteBeta({ a, b }, x);
        expect(lower + upper).toBeCloseTo(1, 13);
        expect(chiSquaredLower(z * z, a) + chiSquaredUpper(z * z, a)).toBeCloseTo(1, 13);
      }),
    );
  });

  it("agree where one distribution is another: z² is χ², t² is F, two χ² halves make e^(−x/2)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 6, noNaN: true }), shape, (z, df) => {
        expect(chiSquaredUpper(z * z, 1)).toBeCloseTo(2 * normalUpper(z), 13);
        expect(fUpper(z * z, { d1: 1, d2: df })).toBeCloseTo(2 * studentUpper(z, df), 12);
        expect(chiSquaredUpper(z, 2)).toBeCloseTo(Math.exp(-z / 2), 13);
      }),
    );
  });

  it("sum the binomial", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(30), chance, (n, some, p) => {
        const x = Math.min(some, n);
        let sum = 0;
        for (let k = 0; k <= x; k += 1) sum += binomialProbability(k, { n, p });
        expect(binomialLower(x, { n, p })).toBeCloseTo(sum, 11);
        expect(binomialUpper(x, { n, p })).toBeCloseTo(1 - sum, 11);
      }),
    );
  });

  it("have a logarithm beyond the range of doubles", () => {
    expect(normalLogLower(-60)).toBeCloseTo(-1805.0135, 3);
    expect(chiSquaredLogUpper(3600, 1)).toBeCloseTo(normalLogLower(-60) + Math.log(2), 8);
  });
});
