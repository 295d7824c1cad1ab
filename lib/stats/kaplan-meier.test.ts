import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "./input-error";
import { kaplanMeier } from "./kaplan-meier";
import { numberAtRisk } from "./number-at-risk";
import { restrictedMean } from "./restricted-mean";
import { reverseKaplanMeier } from "./reverse-kaplan-meier";
import { survivalAt } from "./survival-at";
import { device, leukaemia, reordered, samples } from "./testing";

/** The definition itself: at each distinct time count who is there. */
function slowly(times: readonly number[], events: readonly number[]) {
  const distinct = [...new Set(times)].sort((one, other) => one - other);
  let [survival, greenwood] = [1, 0];
  return distinct.map((time) => {
    const n = times.filter((value) => value >= time).length;
    const d = times.filter((value, row) => value === time && events[row] === 1).length;
    survival *= 1 - d / n;
    greenwood += d / (n * (n - d));
    return { time, n, d, survival, se: survival === 0 ? null : Math.sqrt(greenwood) };
  });
}

describe("Kaplan–Meier", () => {
  it("gives the remission curve of Gehan's (1965) treated patients", () => {
    const curve = kaplanMeier(leukaemia.treated.times, leukaemia.treated.events);
    const deaths = curve.time.flatMap((time, row) =>
      curve.events[row] ? [[time, curve.survival[row] ?? 0]] : [],
    );
    expect(deaths.map(([time]) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    deaths.forEach(([, survival], row) => expect(survival).toBeCloseTo(published[row] ?? 0, 3));
  });

  it("gives S(t) and its standard error of Collett's device data (section 2.1 and 2.2)", () => {
    const [at] = survivalAt(kaplanMeier(device.times, device.events), [93]);
    expect(at?.survival).toBeCloseTo(0.4662, 4);
    expect(at?.standardError).toBeCloseTo(0.1452, 4);
  });

  it("equals its definition", () => {
    fc.assert(
      fc.property(samples, ({ times, events }) => {
        const curve = kaplanMeier(times, events);
        slowly(times, events).forEach(({ time, n, d, survival, se }, row) => {
          expect([curve.time[row], curve.atRisk[row], curve.events[row]]).toEqual([time, n, d]);
          expect(curve.survival[row]).toBeCloseTo(survival, 13);
          const ours = curve.standardErrorLog[row] ?? null;
          if (ours === null || se === null) expect(ours).toBe(se);
          else expect(ours).toBeCloseTo(se, 12);
        });
      }),
    );
  });

  it("does not depend on the order of rows, nor on the unit of time but for time itself", () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 100 }), (sample, seed) => {
        const curve = kaplanMeier(sample.times, sample.events);
        const other = reordered(sample, seed);
        expect(kaplanMeier(other.times, other.events)).toEqual(curve);
        const months = kaplanMeier(
          sample.times.map((days) => days / 30.4375),
          sample.events,
        );
        expect(months.survival).toEqual(curve.survival);
        expect(months.atRisk).toEqual(curve.atRisk);
      }),
    );
  });

  it("ties times within R's timefix, and not beyond", () => {
    fc.assert(
      fc.property(samples, ({ times, events }) => {
        const jittered = times.map((time, row) => time + 1 + (row % 3) * 1e-10);
        const apart = kaplanMeier(jittered, events);
        expect(apart.survival).toEqual(kaplanMeier(times, events).survival);
      }),
    );
    expect(kaplanMeier([1, 1.001, 2], [1, 1, 1]).time).toEqual([1, 1.001, 2]);
  });

  it("keeps a subject censored at an event time at risk there", () => {
    expect(kaplanMeier([5, 5, 8], [1, 0, 0]).survival[0]).toBeCloseTo(2 / 3, 15);
  });

  it("states a result for nobody, one patient, no event and all at one time", () => {
    expect(kaplanMeier([], []).time).toEqual([]);
    expect(kaplanMeier([3], [1])).toMatchObject({ survival: [0], standardErrorLog: [null] });
    expect(kaplanMeier([3, 4], [0, 0])).toMatchObject({ survival: [1, 1], standardErrorLog: [0, 0] });
    expect(kaplanMeier([7, 7, 7], [1, 1, 1])).toMatchObject({ time: [7], survival: [0] });
  });

  it.each([
    [[1, -2], [0, 1], 2],
    [[1, Number.NaN], [0, 1], 2],
    [[1, 2, 3], [0, 1, 2], 3],
    [[1, 2, 3], [0, 1], 3],
  ])("refuses %j with %j, naming row %i", (times, events, row) => {
    expect(() => kaplanMeier(times, events)).toThrow(InputError);
    expect(() => kaplanMeier(times, events)).toThrow(`row ${row}`);
  });
});

describe("what is read off the curve", () => {
  it("counts those at risk at a time, those with just that time included", () => {
    expect(numberAtRisk([1, 2, 2, 5], [0, 2, 2.5, 5, 6])).toEqual([4, 3, 1, 1, 0]);
  });

  it("follows up by the reverse curve: events censor", () => {
    const curve = reverseKaplanMeier([1, 2, 3], [1, 0, 0]);
    expect(curve.survival[0]).toBe(1);
    expect(curve.survival[1]).toBeCloseTo(1 / 2, 15);
    expect(curve.survival[2]).toBe(0);
  });

  it("gives the mean itself where nobody is censored and tau is the last time", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 }), (times) => {
        const curve = kaplanMeier(
          times,
          times.map(() => 1),
        );
        const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
        expect(restrictedMean(curve, Math.max(...times)).mean).toBeCloseTo(mean, 10);
      }),
    );
  });

  it("goes on level beyond the last time and at 1 before the first", () => {
    const curve = kaplanMeier([2, 4], [1, 0]);
    expect(survivalAt(curve, [1, 9])).toMatchObject([
      { atRisk: 2, survival: 1, lower: 1, upper: 1 },
      { atRisk: 0, survival: 0.5 },
    ]);
    expect(restrictedMean(curve, 10).mean).toBeCloseTo(2 + 8 * 0.5, 14);
  });
});
