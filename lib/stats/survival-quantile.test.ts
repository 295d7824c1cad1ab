import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kaplanMeier } from "./kaplan-meier";
import { spssMedianInterval } from "./spss-median-interval";
import { type IntervalType, survivalLimits } from "./survival-limits";
import { medianSurvival, survivalQuantile } from "./survival-quantile";
import { survivalQuantileOfR } from "./survival-quantile-of-r";
import { device, leukaemia, samples } from "./testing";

const types: readonly IntervalType[] = ["plain", "log", "log-log", "logit", "arcsin"];

describe("median survival", () => {
  it("is 23 weeks treated and 8 on placebo in Gehan's (1965) data", () => {
    expect(medianSurvival(kaplanMeier(leukaemia.treated.times, leukaemia.treated.events)).value).toBe(23);
    expect(medianSurvival(kaplanMeier(leukaemia.placebo.times, leukaemia.placebo.events)).value).toBe(8);
  });

  it("is the middle of a stretch at exactly one half, unless the curve ends there", () => {
    expect(medianSurvival(kaplanMeier([1, 2, 3, 4], [1, 1, 1, 1])).value).toBe(2.5);
    expect(medianSurvival(kaplanMeier([1, 2, 3, 4], [1, 1, 0, 0])).value).toBe(2);
    expect(survivalQuantileOfR(kaplanMeier([1, 2, 3, 4], [1, 1, 0, 0]), 0.5, { type: "log" }).value).toBe(3);
  });

  it("is null where it is not reached, and for nobody", () => {
    expect(medianSurvival(kaplanMeier([1, 2, 3], [1, 0, 0]))).toMatchObject({ value: null, upper: null });
    expect(medianSurvival(kaplanMeier([], []))).toEqual({ value: null, lower: null, upper: null });
    expect(medianSurvival(kaplanMeier([4, 5], [0, 0]), "log")).toEqual({
      value: null,
      lower: null,
      upper: null,
    });
  });

  it("has wider limits at a higher level, around the value", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(...types), ({ times, events }, type) => {
        const curve = kaplanMeier(times, events);
        const [narrow, wide] = [medianSurvival(curve, type, 0.8), medianSurvival(curve, type, 0.99)];
        if (narrow.lower !== null && wide.lower !== null)
          expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        if (narrow.upper !== null && wide.upper !== null)
          expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
        if (narrow.value !== null && narrow.upper !== null)
          expect(narrow.upper).toBeGreaterThanOrEqual(narrow.value);
      }),
    );
  });

  it("scales with time", () => {
    fc.assert(
      fc.property(samples, ({ times, events }) => {
        const days = survivalQuantile(kaplanMeier(times, events), 0.25).value;
        const doubled = survivalQuantile(
          kaplanMeier(
            times.map((time) => 2 * time),
            events,
          ),
          0.25,
        ).value;
        expect(doubled).toBe(days === null ? null : 2 * days);
      }),
    );
  });
});

describe("pointwise limits", () => {
  it("hold S(t) between them, within 0 and 1, and are null where R has none", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(...types), ({ times, events }, type) => {
        const curve = kaplanMeier(times, events);
        const { lower, upper } = survivalLimits(curve, type);
        curve.survival.forEach((survival, row) => {
          const [low, high] = [lower[row] ?? null, upper[row] ?? null];
          const defined = survival > 0 && (survival < 1 || type === "plain" || type === "log");
          expect(low !== null && high !== null).toBe(defined);
          if (low === null || high === null) return;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(survival + 1e-12);
          expect(high).toBeGreaterThanOrEqual(survival - 1e-12);
        });
      }),
    );
  });
});

describe("the SPSS-type interval", () => {
  it("is 93 ± 1.96 · 17.13 weeks in Collett's device data (section 2.4)", () => {
    const interval = spssMedianInterval(kaplanMeier(device.times, device.events));
    expect(interval.median).toBe(93);
    expect(interval.standardError).toBeCloseTo(17.13, 1);
    expect(Math.round(interval.lower ?? 0)).toBe(59);
    expect(Math.round(interval.upper ?? 0)).toBe(127);
  });

  it("is not estimable where the curve has no time on one side", () => {
    expect(spssMedianInterval(kaplanMeier([1, 2], [1, 0]))).toEqual({
      median: 1,
      standardError: null,
      lower: null,
      upper: null,
    });
    expect(spssMedianInterval(kaplanMeier([], [])).median).toBeNull();
  });
});
