import fc from "fast-check";
import { expect, test } from "vitest";
import { monthTicks } from "./month-ticks";

test.each([
  [0, 9, [0, 3]],
  [2.9, 9, [0, 3]],
  [16.6, 9, [0, 3, 6, 9, 12, 15, 18]],
  [24, 9, [0, 3, 6, 9, 12, 15, 18, 21, 24]],
  [24.1, 9, [0, 6, 12, 18, 24, 30]],
  [38, 6, [0, 12, 24, 36, 48]],
  [200, 6, [0, 60, 120, 180, 240]],
])("ticks to %d months, at most %d", (longest, most, ticks) => {
  expect(monthTicks(longest, most)).toEqual(ticks);
});

test("ticks are even, cover the longest time, and are no more than asked for", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 5000, noNaN: true }),
      fc.integer({ min: 3, max: 12 }),
      (longest, most) => {
        const ticks = monthTicks(longest, most);
        const step = ticks[1] ?? 0;
        expect(ticks.length).toBeLessThanOrEqual(most);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(longest);
        expect(step % 12 === 0 || step === 3 || step === 6).toBe(true);
        expect(ticks.every((tick, index) => tick === index * step)).toBe(true);
      },
    ),
  );
});
