import { expect, test } from "vitest";
import { bandOutlines, censorMarks, stepPoints } from "./survival-steps";

// 4 patients: an event at 1, one censored at 2, an event at 3, one censored at 5
const curve = { time: [1, 2, 3, 5], survival: [0.75, 0.75, 0.375, 0.375], censored: [0, 1, 0, 1] };

test("the curve runs level to each event, then down, and ends at the last time", () => {
  expect(stepPoints(curve).map(({ x, y }) => [x, y])).toEqual([
    [0, 1],
    [1, 1],
    [1, 0.75],
    [2, 0.75],
    [3, 0.75],
    [3, 0.375],
    [5, 0.375],
  ]);
});

test("a curve of nobody is its first point", () => {
  expect(stepPoints({ time: [], survival: [], censored: [] })).toEqual([{ x: 0, y: 1 }]);
});

test("censor ticks stand on the curve where somebody was censored", () => {
  expect(censorMarks(curve)).toEqual([
    { x: 2, y: 0.75 },
    { x: 5, y: 0.375 },
  ]);
});

test("the band is one outline for each run of defined limits: the upper side forwards, the lower backwards", () => {
  const limits = { lower: [0.2, null, 0.1, 0.1], upper: [0.9, null, 0.7, 0.7] };
  expect(bandOutlines(curve, limits).map((outline) => outline.map(({ x, y }) => [x, y]))).toEqual([
    [
      [1, 0.9],
      [2, 0.9],
      [2, 0.2],
      [1, 0.2],
    ],
    [
      [3, 0.7],
      [5, 0.7],
      [5, 0.7],
      [5, 0.7],
      [5, 0.1],
      [5, 0.1],
      [5, 0.1],
      [3, 0.1],
    ],
  ]);
});

test("limits that are nowhere defined give no band", () => {
  expect(bandOutlines(curve, { lower: [null, null, null, null], upper: [null, null, null, null] })).toEqual(
    [],
  );
});
