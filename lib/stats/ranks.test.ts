import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "./input-error";
import { kruskalWallis } from "./kruskal-wallis";
import { median, quantile } from "./quantile";
import { wilcoxonRankSum } from "./wilcoxon-rank-sum";

/** Every way to choose which values are the first sample's. */
function slowly(x: readonly number[], y: readonly number[]): number {
  const all = [...x, ...y];
  const w = (chosen: readonly number[], rest: readonly number[]) =>
    chosen.reduce((sum, a) => sum + rest.reduce((row, b) => row + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
  const middle = (x.length * y.length) / 2;
  const observed = Math.abs(w(x, y) - middle);
  let [far, total] = [0, 0];
  for (let mask = 0; mask < 2 ** all.length; mask += 1) {
    const chosen = all.filter((_, index) => (mask >> index) & 1);
    if (chosen.length !== x.length) continue;
    total += 1;
    const rest = all.filter((_, index) => !((mask >> index) & 1));
    if (Math.abs(w(chosen, rest) - middle) >= observed - 1e-9) far += 1;
  }
  return far / total;
}

const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 });

describe("Wilcoxon–Mann–Whitney", () => {
  it("gives W = 35 and one-sided p = 0.1272 for the permeability of Hollander and Wolfe (1973, page 69)", () => {
    const x = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const y = [1.15, 0.88, 0.9, 0.74, 1.21];
    const test = wilcoxonRankSum(x, y);
    expect(test.w).toBe(35);
    expect(test.usual?.greater).toBeCloseTo(0.1272, 4);
  });

  it("is exactly what all permutations give", () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        expect(wilcoxonRankSum(x, y).exact?.twoSided ?? 1).toBeCloseTo(slowly(x, y), 10);
      }),
      { numRuns: 60 },
    );
  });

  it("is the Kruskal–Wallis test of two samples", () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const [pair, several] = [wilcoxonRankSum(x, y), kruskalWallis([x, y])];
        if (several.p === null) expect(pair.reason).toBe("every value is the same");
        else expect(pair.normal?.twoSided).toBeCloseTo(several.p, 10);
      }),
    );
  });

  it("states why there is no test", () => {
    expect(wilcoxonRankSum([], [1])).toMatchObject({ usual: null, reason: "an empty sample" });
    expect(kruskalWallis([[1], []])).toMatchObject({ h: null, reason: "fewer than two groups" });
    expect(() => wilcoxonRankSum([Number.NaN], [1])).toThrow(InputError);
  });
});

describe("sample quantiles", () => {
  it("take the middle, or the mean of the two middle values, by both types", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([4, 1, 2, 3], 0.5, 2)).toBe(2.5);
    expect(median([])).toBeNull();
  });

  it("lie between the least and the greatest, and grow with p", () => {
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(2 as const, 7 as const),
        (x, p, type) => {
          const at = quantile(x, p, type) ?? 0;
          expect(at).toBeGreaterThanOrEqual(Math.min(...x));
          expect(at).toBeLessThanOrEqual(quantile(x, 1, type) ?? 0);
        },
      ),
    );
  });
});
