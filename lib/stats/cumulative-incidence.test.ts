import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulativeIncidence, incidenceAt } from "./cumulative-incidence";
import { grayTest } from "./gray-test";
import { InputError } from "./input-error";
import { kaplanMeier } from "./kaplan-meier";
import { reordered, samples } from "./testing";

const withCauses = samples.map((sample) => ({
  ...sample,
  causes: sample.events.map((event, row) => (event === 0 ? 0 : 1 + (Math.abs(sample.x[row] ?? 0) % 2))),
}));

/** The incidence of one cause with a weight for each subject, from which the influence of a subject is a difference. */
function weighted(times: readonly number[], causes: readonly number[], weights: readonly number[]): number {
  let [survival, incidence] = [1, 0];
  for (const time of [...new Set(times)].sort((one, other) => one - other)) {
    const sum = (keep: (row: number) => boolean) =>
      weights.reduce((total, weight, row) => total + (keep(row) ? weight : 0), 0);
    const n = sum((row) => (times[row] ?? 0) >= time);
    incidence += (survival * sum((row) => times[row] === time && causes[row] === 1)) / n;
    survival *= 1 - sum((row) => times[row] === time && (causes[row] ?? 0) > 0) / n;
  }
  return incidence;
}

describe("cumulative incidence", () => {
  it("adds up over causes to one less survival of any event", () => {
    fc.assert(
      fc.property(withCauses, ({ times, causes, events }) => {
        const [one, two] = [1, 2].map((cause) => cumulativeIncidence({ times, causes }, cause));
        kaplanMeier(times, events).survival.forEach((survival, row) =>
          expect((one?.incidence[row] ?? 0) + (two?.incidence[row] ?? 0)).toBeCloseTo(1 - survival, 12),
        );
      }),
    );
  });

  it("has the standard error of its influences, taken one subject at a time", () => {
    fc.assert(
      fc.property(withCauses, ({ times, causes }) => {
        const ones = times.map(() => 1);
        const step = 1e-5;
        const sum = ones.reduce((total, _, row) => {
          const moved = (by: number) =>
            weighted(
              times,
              causes,
              ones.map((weight, at) => (at === row ? weight + by : weight)),
            );
          return total + ((moved(step) - moved(-step)) / (2 * step)) ** 2;
        }, 0);
        const curve = cumulativeIncidence({ times, causes }, 1);
        expect(curve.standardError.at(-1)).toBeCloseTo(Math.sqrt(sum), 6);
      }),
      { numRuns: 40 },
    );
  });

  it("is a proportion with its binomial error where nobody is censored", () => {
    const curve = cumulativeIncidence({ times: [1, 2, 3, 4], causes: [1, 2, 1, 2] }, 1);
    const [at] = incidenceAt(curve, [3]);
    expect(at?.incidence).toBeCloseTo(0.5, 14);
    expect(at?.standardError).toBeCloseTo(Math.sqrt((0.5 * 0.5) / 4), 14);
  });

  it("refuses causes that are not whole numbers", () => {
    expect(() => cumulativeIncidence({ times: [1, 2], causes: [0, 0.5] }, 1)).toThrow(InputError);
  });
});

describe("Gray's test", () => {
  it("does not depend on the order of rows or the unit of time", () => {
    fc.assert(
      fc.property(withCauses, fc.integer({ min: 0, max: 100 }), (sample, seed) => {
        const test = grayTest({ ...sample, cause: 1 });
        const moved = reordered({ ...sample, x: sample.causes }, seed);
        const other = grayTest({
          ...moved,
          causes: moved.x,
          times: moved.times.map((time) => time * 7),
          cause: 1,
        });
        expect(other.reason).toBe(test.reason);
        if (test.chiSquared !== null) expect(other.chiSquared).toBeCloseTo(test.chiSquared, 7);
      }),
    );
  });

  it("is 0 between equal groups, and has no test with one", () => {
    const [times, causes] = [
      [1, 2, 3, 1, 2, 3],
      [1, 2, 1, 1, 2, 1],
    ];
    expect(grayTest({ times, causes, groups: [1, 1, 1, 2, 2, 2], cause: 1 }).chiSquared).toBeCloseTo(0, 12);
    expect(grayTest({ times, causes, groups: times.map(() => 1), cause: 1 }).reason).toBe(
      "fewer than two groups",
    );
  });
});
