import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concordance } from "./concordance";
import type { CoxSample } from "./cox-design";
import { coxRegression } from "./cox-regression";
import { InputError } from "./input-error";
import { linearPredictor } from "./linear-predictor";
import { logRank } from "./log-rank";
import { proportionalHazardsTest } from "./proportional-hazards-test";
import { leukaemia, reordered, type Sample, samples } from "./testing";

const { treated, placebo } = leukaemia;
const gehan: CoxSample = {
  times: [...treated.times, ...placebo.times],
  events: [...treated.events, ...placebo.events],
  covariates: [{ name: "placebo", values: [...treated.times.map(() => 0), ...placebo.times.map(() => 1)] }],
};

const withX = ({ times, events, x }: Sample): CoxSample => ({
  times,
  events,
  covariates: [{ name: "x", values: x }],
});

/** Efron's log partial likelihood of one covariate, term by term. */
function slowly({ times, events, x }: Sample, beta: number): number {
  let sum = 0;
  for (const time of new Set(times)) {
    const deaths = times.flatMap((value, row) => (value === time && events[row] === 1 ? [row] : []));
    const risk = (rows: readonly number[]) =>
      rows.reduce((total, row) => total + Math.exp(beta * (x[row] ?? 0)), 0);
    const present = risk(times.flatMap((value, row) => (value >= time ? [row] : [])));
    deaths.forEach((row, k) => {
      sum += beta * (x[row] ?? 0) - Math.log(present - (k / deaths.length) * risk(deaths));
    });
  }
  return sum;
}

describe("Cox regression", () => {
  it("gives the hazard ratio of placebo in Gehan's (1965) data: 4.82 by Efron's, 4.52 by Breslow's ties", () => {
    expect(coxRegression(gehan).coefficients[0]?.hazardRatio).toBeCloseTo(4.82, 2);
    expect(coxRegression(gehan, { ties: "breslow" }).coefficients[0]?.hazardRatio).toBeCloseTo(4.52, 2);
  });

  it("stands at the top of the likelihood as it is defined", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const fit = coxRegression(withX(sample));
        const beta = fit.coefficients[0]?.coefficient ?? null;
        if (fit.reason !== null || beta === null) return;
        expect(fit.logLikelihood.model).toBeCloseTo(slowly(sample, beta), 9);
        expect(fit.logLikelihood.null).toBeCloseTo(slowly(sample, 0), 9);
        for (const near of [beta - 0.01, beta + 0.01])
          expect(slowly(sample, near)).toBeLessThanOrEqual(fit.logLikelihood.model + 1e-9);
      }),
    );
  });

  it("does not depend on the order of rows, the unit of time or the origin of a covariate", () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 100 }), (sample, seed) => {
        const fit = coxRegression(withX(sample));
        const others = [
          withX(reordered(sample, seed)),
          { ...withX(sample), times: sample.times.map((time) => time / 30.4375) },
          withX({ ...sample, x: sample.x.map((value) => value + 1e6) }),
        ].map((other) => coxRegression(other));
        for (const other of others) {
          expect(other.reason).toBe(fit.reason);
          const [ours, theirs] = [
            fit.coefficients[0]?.coefficient ?? null,
            other.coefficients[0]?.coefficient ?? null,
          ];
          if (ours === null || theirs === null) expect(theirs).toBe(ours);
          else expect(theirs).toBeCloseTo(ours, 7);
        }
      }),
    );
  });

  it("has the log-rank test as its score test where no times are tied", () => {
    const times = gehan.times;
    const untied = Array.from(times, (time, row) => time + row / 1000);
    const groups = gehan.covariates[0]?.values ?? [];
    const fit = coxRegression({ ...gehan, times: untied });
    expect(fit.score.chiSquared).toBeCloseTo(
      logRank({ times: untied, events: gehan.events, groups }).chiSquared ?? 0,
      9,
    );
  });

  it("gives the same fit when every row is cut in two at a time of its own", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const later = { ...sample, times: sample.times.map((time) => time + 2) };
        const rows = later.times.flatMap((time, row) => [
          { start: 0, time: 1 + (row % 2) * 0.5, event: 0, x: later.x[row] ?? 0 },
          { start: 1 + (row % 2) * 0.5, time, event: later.events[row] ?? 0, x: later.x[row] ?? 0 },
        ]);
        const cut = coxRegression({
          starts: rows.map(({ start }) => start),
          times: rows.map(({ time }) => time),
          events: rows.map(({ event }) => event),
          covariates: [{ name: "x", values: rows.map(({ x }) => x) }],
        });
        const whole = coxRegression(withX(later));
        expect(cut.logLikelihood.null).toBeCloseTo(whole.logLikelihood.null, 9);
        if (whole.reason !== null) return;
        expect(cut.coefficients[0]?.coefficient).toBeCloseTo(whole.coefficients[0]?.coefficient ?? 0, 7);
        expect(cut.coefficients[0]?.standardError).toBeCloseTo(whole.coefficients[0]?.standardError ?? 0, 7);
      }),
    );
  });

  it("names a covariate that runs to infinity, one that is constant and one that is a sum", () => {
    const times = [1, 2, 3, 4, 5, 6, 7, 8];
    const events = times.map(() => 1);
    const parted = { name: "parted", values: [1, 1, 1, 1, 0, 0, 0, 0] };
    const age = { name: "age", values: [3, 5, 2, 6, 4, 7, 3, 5] };
    const monotone = coxRegression({ times, events, covariates: [age, parted] });
    expect(monotone.monotone).toEqual(["parted"]);
    expect(monotone.coefficients[1]?.coefficient).toBeNull();
    expect(monotone.wald.chiSquared).toBeNull();
    expect(monotone.likelihoodRatio.chiSquared).toBeGreaterThan(0);
    const collinear = coxRegression({
      times,
      events,
      covariates: [
        age,
        { name: "twice", values: age.values.map((value) => 2 * value + 1) },
        { name: "one", values: times.map(() => 1) },
      ],
    });
    expect(collinear.collinear).toEqual(["twice", "one"]);
    expect(collinear.coefficients[0]?.coefficient).not.toBeNull();
    expect(collinear.score.df).toBe(1);
  });

  it("states why there is no fit", () => {
    const x = [{ name: "x", values: [1, 2] }];
    expect(coxRegression({ times: [], events: [], covariates: [{ name: "x", values: [] }] }).reason).toBe(
      "no events",
    );
    expect(coxRegression({ times: [1, 2], events: [0, 0], covariates: x })).toMatchObject({
      reason: "no events",
      score: { chiSquared: null, p: null },
    });
    expect(coxRegression({ times: [1, 2], events: [0, 1], covariates: x }).reason).toContain(
      "no covariate varies",
    );
  });

  it("refuses rows it can't use", () => {
    const covariates = [{ name: "age", values: [1, Number.NaN] }];
    expect(() => coxRegression({ times: [1, 2], events: [1, 1], covariates })).toThrow("age, row 2");
    expect(() => coxRegression({ starts: [0, 2], times: [1, 2], events: [1, 1], covariates: [] })).toThrow(
      InputError,
    );
  });
});

describe("what is tested of a Cox model", () => {
  it("counts concordant pairs as one would by hand", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { times, events, x } = sample;
        let [concordant, discordant, tied] = [0, 0, 0];
        times.forEach((time, i) =>
          times.forEach((other, j) => {
            const usable = events[i] === 1 && (time < other || (time === other && events[j] === 0));
            if (!usable) return;
            const difference = (x[i] ?? 0) - (x[j] ?? 0);
            if (difference > 0) concordant += 1;
            else if (difference < 0) discordant += 1;
            else tied += 1;
          }),
        );
        const found = concordance({ times, events, risk: x });
        expect(found).toMatchObject({ concordant, discordant, tiedRisk: tied });
        const usable = concordant + discordant + tied;
        expect(found.concordance === null).toBe(usable === 0);
        if (found.concordance !== null)
          expect(found.concordance).toBeCloseTo((concordant + tied / 2) / usable, 12);
      }),
    );
  });

  it("takes the predictor of a fit, whose origin does not matter", () => {
    const fit = coxRegression(gehan);
    expect(new Set(linearPredictor(gehan, fit)).size).toBe(2);
  });

  it("finds no hazards to compare where there is no fit", () => {
    const sample = { times: [1, 2], events: [0, 0], covariates: [{ name: "x", values: [1, 2] }] };
    const test = proportionalHazardsTest(sample, coxRegression(sample));
    expect(test.reason).toBe("no events");
  });

  it("tests hazards on start–stop rows as on the rows they were cut from", () => {
    const half = Array.from(gehan.times, (time) => time / 2);
    const values = Array.from(gehan.covariates[0]?.values ?? []);
    const cut: CoxSample = {
      starts: [...half.map(() => 0), ...half],
      times: [...half, ...(gehan.times as number[])],
      events: [...half.map(() => 0), ...(gehan.events as number[])],
      covariates: [{ name: "placebo", values: [...values, ...values] }],
    };
    for (const transform of ["km", "identity", "log"] as const) {
      const [whole, parts] = [gehan, cut].map((sample) =>
        proportionalHazardsTest(sample, coxRegression(sample), { transform }),
      );
      expect(parts?.rows[0]?.chiSquared).toBeCloseTo(whole?.rows[0]?.chiSquared ?? 0, 8);
    }
  });
});
