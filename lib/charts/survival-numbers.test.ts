import { expect, test } from "vitest";
import { groupEstimate } from "./survival-estimate";
import { survivalNumbers } from "./survival-numbers";

const estimate = groupEstimate({
  label: "Cohort",
  subjects: [
    { months: 1, event: 1 },
    { months: 3, event: 1 },
    { months: 4, event: 0 },
    { months: 7, event: 0 },
  ],
});

test("at each tick stand those at risk and the survival just after it; beyond the last time there is none", () => {
  expect(survivalNumbers(estimate).map(({ month, atRisk, survival }) => [month, atRisk, survival])).toEqual([
    [0, 4, 1],
    [3, 3, 0.5],
    [6, 1, 0.5],
    [9, 0, null],
  ]);
});

test("the limits are those of the last step on or before the tick", () => {
  const [first, second, third] = survivalNumbers(estimate);
  expect(first).toMatchObject({ lower: null, upper: null });
  expect(second?.lower).toBe(estimate.limits.lower[1]);
  expect(third?.upper).toBe(estimate.limits.upper[2]);
});
