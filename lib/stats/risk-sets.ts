import { distinctSorted, tiedTimes, tieOf } from "./survival-counts";
import type { SurvivalSample } from "./survival-sample";

/** A sample in groups and strata, as codes from 0. */
export type CodedSample = SurvivalSample & {
  readonly group: Int32Array;
  readonly groups: number;
  readonly stratum: Int32Array | null;
  readonly strata: number;
};

/** One death time of one stratum; the columns hold a number for each group and are reused. */
export type RiskSet = {
  readonly stratum: number;
  readonly atRisk: Float64Array;
  readonly deaths: Float64Array;
};

/** Visits every death time of every stratum, in order of time, with those at risk and those who die in each group. */
export function forEachDeathTime(sample: CodedSample, visit: (set: RiskSet) => void): void {
  const greatest = sample.greatestDay;
  const cells = sample.strata * sample.groups * (greatest + 1);
  if (greatest >= 0 && cells <= Math.max(1 << 22, 4 * sample.times.length))
    walkDays(sample, greatest + 1, visit);
  else walkSorted(sample, visit);
}

/** Whole days: a histogram of deaths and of all leavings by stratum, day and group carries all that is needed. */
function walkDays(sample: CodedSample, days: number, visit: (set: RiskSet) => void): void {
  const { times, events, group, groups, stratum, strata } = sample;
  const both = new Int32Array(2 * strata * days * groups);
  if (stratum)
    for (let index = 0; index < times.length; index += 1) {
      const row = (stratum[index] ?? 0) * days + (times[index] ?? 0);
      const slot = 2 * (row * groups + (group[index] ?? 0)) + (events[index] ?? 0);
      both[slot] = (both[slot] ?? 0) + 1;
    }
  else
    for (let index = 0; index < times.length; index += 1) {
      const place = Math.imul((times[index] ?? 0) | 0, groups) + (group[index] ?? 0);
      const slot = (place << 1) + (events[index] ?? 0);
      both[slot] = (both[slot] ?? 0) + 1;
    }
  walkHistogram({ both, strata, days, groups }, visit);
}

/** Pairs (censored, events) by stratum, day and group. */
export type Histogram = {
  readonly both: Int32Array;
  readonly strata: number;
  readonly days: number;
  readonly groups: number;
};

/** Visits every death time of a histogram of whole days. */
export function walkHistogram(
  { both, strata, days, groups }: Histogram,
  visit: (set: RiskSet) => void,
): void {
  const [atRisk, deaths] = [new Float64Array(groups), new Float64Array(groups)];
  for (let at = 0; at < strata; at += 1) {
    const from = 2 * at * days * groups;
    const to = from + 2 * days * groups;
    for (let g = 0; g < groups; g += 1) {
      let total = 0;
      for (let slot = from + 2 * g; slot < to; slot += 2 * groups)
        total += (both[slot] ?? 0) + (both[slot + 1] ?? 0);
      atRisk[g] = total;
    }
    for (let slot = from; slot < to; slot += 2 * groups) {
      let died = 0;
      for (let g = 0; g < groups; g += 1) {
        const here = both[slot + 2 * g + 1] ?? 0;
        deaths[g] = here;
        died += here;
      }
      if (died > 0) visit({ stratum: at, atRisk, deaths });
      for (let g = 0; g < groups; g += 1)
        atRisk[g] = (atRisk[g] ?? 0) - (both[slot + 2 * g] ?? 0) - (deaths[g] ?? 0);
    }
  }
}

/** Any times: subjects in order of stratum and tie. */
function walkSorted(sample: CodedSample, visit: (set: RiskSet) => void): void {
  const { times, events, group, groups, stratum } = sample;
  const cuts = tiedTimes(distinctSorted(times));
  const tie = Int32Array.from({ length: times.length }, (_, index) => tieOf(cuts, times[index] ?? 0));
  const key = (index: number) => (stratum?.[index] ?? 0) * cuts.length + (tie[index] ?? 0);
  const keys = Float64Array.from({ length: times.length }, (_, index) => key(index));
  const order = Uint32Array.from({ length: times.length }, (_, index) => index);
  order.sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
  const [atRisk, deaths, leaving] = [
    new Float64Array(groups),
    new Float64Array(groups),
    new Float64Array(groups),
  ];
  let start = 0;
  while (start < order.length) {
    const at = stratum?.[order[start] ?? 0] ?? 0;
    let end = start;
    atRisk.fill(0);
    for (; end < order.length && (stratum?.[order[end] ?? 0] ?? 0) === at; end += 1)
      add(atRisk, group[order[end] ?? 0]);
    for (let row = start; row < end;) {
      const here = keys[order[row] ?? 0];
      deaths.fill(0);
      leaving.fill(0);
      for (; row < end && keys[order[row] ?? 0] === here; row += 1) {
        const index = order[row] ?? 0;
        add(leaving, group[index]);
        if (events[index] === 1) add(deaths, group[index]);
      }
      if (deaths.some((count) => count > 0)) visit({ stratum: at, atRisk, deaths });
      leaving.forEach((count, place) => (atRisk[place] = (atRisk[place] ?? 0) - count));
    }
    start = end;
  }
}

function add(column: Float64Array, place = 0): void {
  column[place] = (column[place] ?? 0) + 1;
}
