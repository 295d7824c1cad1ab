import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holm } from "./holm";
import { InputError } from "./input-error";
import { logRank } from "./log-rank";
import { pairwiseLogRank } from "./pairwise-log-rank";
import { leukaemia, reordered, samples } from "./testing";
import { trendTest } from "./trend-test";

const { treated, placebo } = leukaemia;
const gehan = {
  times: [...treated.times, ...placebo.times],
  events: [...treated.events, ...placebo.events],
  groups: [...treated.times.map(() => "6-MP"), ...placebo.times.map(() => "placebo")],
};

/** Observed less expected, by the definition. */
function slowly(times: readonly number[], events: readonly number[], groups: readonly string[]) {
  const labels = [...new Set(groups)].sort();
  return labels.map((label) => {
    let difference = 0;
    for (const time of new Set(times)) {
      const n = times.filter((value) => value >= time).length;
      const mine = times.filter((value, row) => value >= time && groups[row] === label).length;
      const deaths = times.flatMap((value, row) =>
        value === time && events[row] === 1 ? [groups[row]] : [],
      );
      difference += deaths.filter((group) => group === label).length - (deaths.length * mine) / n;
    }
    return difference;
  });
}

describe("the log-rank test", () => {
  it("gives χ² = 16.79 in Gehan's (1965) data, with 9 and 19.25 expected and observed as published", () => {
    const test = logRank(gehan);
    expect(test.observed).toEqual([9, 21]);
    expect(test.expected[0]).toBeCloseTo(19.25, 2);
    expect(test.chiSquared).toBeCloseTo(16.79, 2);
  });

  it("equals its definition, whatever the order of rows", () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 100 }), (sample, seed) => {
        const test = logRank(sample);
        slowly(sample.times, sample.events, sample.groups).forEach((difference, place) =>
          expect((test.observed[place] ?? 0) - (test.expected[place] ?? 0)).toBeCloseTo(difference, 11),
        );
        expect(logRank(reordered(sample, seed))).toEqual(test);
      }),
    );
  });

  it("counts whole days and other times alike", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(0, 0.5, 1), (sample, rho) => {
        const [days, months] = [
          logRank({ ...sample, rho }),
          logRank({ ...sample, times: sample.times.map((time) => time / 30.4375), rho }),
        ];
        expect(months).toEqual(days);
        const strata = sample.x;
        expect(logRank({ ...sample, times: sample.times.map((time) => time / 7), strata, rho })).toEqual(
          logRank({ ...sample, strata, rho }),
        );
      }),
    );
  });

  it("adds up when a group is split", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const whole = logRank(sample);
        const split = logRank({
          ...sample,
          groups: sample.groups.map((group, row) => (group === "a" ? `a${row % 2}` : group)),
        });
        const sumOf = (labels: readonly unknown[], column: readonly number[]) =>
          column.reduce((sum, value, place) => sum + (String(labels[place]).startsWith("a") ? value : 0), 0);
        expect(sumOf(split.groups, split.expected)).toBeCloseTo(sumOf(whole.groups, whole.expected), 11);
        expect(sumOf(split.groups, split.observed)).toBe(sumOf(whole.groups, whole.observed));
      }),
    );
  });

  it("is the unstratified test when there is one stratum", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        expect(logRank({ ...sample, strata: sample.times.map(() => "one") })).toEqual(logRank(sample));
      }),
    );
  });

  it("states why there is no test", () => {
    const none = { chiSquared: null, p: null };
    expect(logRank({ times: [], events: [], groups: [] })).toMatchObject({
      ...none,
      reason: "fewer than two groups",
    });
    expect(logRank({ times: [1, 2], events: [0, 0], groups: [1, 2] })).toMatchObject({
      ...none,
      reason: "no events",
    });
    const atOnce = logRank({ times: [5, 5, 5], events: [1, 1, 1], groups: [1, 2, 2] });
    expect(atOnce).toMatchObject(none);
    expect(atOnce.reason).toContain("variance is 0");
    const late = logRank({ times: [1, 5, 5], events: [0, 1, 1], groups: [1, 2, 2] });
    expect(late.reason).toBe("only one group has expected events");
  });

  it("refuses a row it can't use", () => {
    expect(() => logRank({ times: [1, 2], events: [1, 3], groups: ["a", "b"] })).toThrow(InputError);
    expect(() => logRank({ times: [1, 2], events: [1, 1], groups: ["a"] })).toThrow("row 2");
  });
});

describe("trend and pairs", () => {
  it("of two groups is the log-rank test itself", () => {
    expect(trendTest(gehan).chiSquared).toBeCloseTo(logRank(gehan).chiSquared ?? 0, 10);
    const [pair] = pairwiseLogRank(gehan);
    expect(pair?.chiSquared).toBe(logRank(gehan).chiSquared);
    expect(pair?.adjusted).toBe(pair?.p);
  });

  it("does not change when all scores move alike", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const scores = [...new Set(sample.groups)].map((_, place) => place);
        const [one, other] = [scores, scores.map((score) => 3 + 2 * score)].map((column) =>
          trendTest({ ...sample, scores: column }),
        );
        if (one?.chiSquared !== null) expect(other?.chiSquared).toBeCloseTo(one?.chiSquared ?? 0, 8);
      }),
    );
  });

  it("adjusts by Holm, in Holm's order and never above 1", () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.9, null, 0.8])).toEqual([1, null, 1]);
  });
});
