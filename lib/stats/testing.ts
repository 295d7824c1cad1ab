import fc from "fast-check";

/** A small survival sample with many ties, for properties. */
export type Sample = {
  readonly times: number[];
  readonly events: number[];
  readonly groups: string[];
  readonly x: number[];
};

/** Samples of 2 to 40 subjects in up to three groups, times 0 to 12 in whole days. */
export const samples: fc.Arbitrary<Sample> = fc
  .array(
    fc.record({
      time: fc.integer({ min: 0, max: 12 }),
      event: fc.integer({ min: 0, max: 1 }),
      group: fc.constantFrom("a", "b", "c"),
      x: fc.integer({ min: -3, max: 3 }),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .map((rows) => ({
    times: rows.map(({ time }) => time),
    events: rows.map(({ event }) => event),
    groups: rows.map(({ group }) => group),
    x: rows.map(({ x }) => x),
  }));

/** A sample with its rows in another order. */
export function reordered({ times, events, groups, x }: Sample, seed: number): Sample {
  const order = times
    .map((_, index) => index)
    .sort((one, other) => ((one * 7919 + seed) % 101) - ((other * 7919 + seed) % 101));
  const pick = <T>(column: readonly T[]): T[] => order.flatMap((index) => column.slice(index, index + 1));
  return { times: pick(times), events: pick(events), groups: pick(groups), x: pick(x) };
}

/** The remission times in weeks of Freireich et al. (1963) as Gehan (1965) gives them: 6-mercaptopurine and placebo, 21 each. */
export const leukaemia = {
  treated: {
    times: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
    events: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
  },
  placebo: {
    times: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
    events: Array.from({ length: 21 }, () => 1),
  },
};

/** Weeks to discontinuation of an intrauterine device (WHO 1987), in Collett, "Modelling Survival Data in Medical Research", section 1.1. */
export const device = {
  times: [10, 13, 18, 19, 23, 30, 36, 38, 54, 56, 59, 75, 93, 97, 104, 107, 107, 107],
  events: [1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 0],
};
