import fc from "fast-check";
import { expect, test } from "vitest";
import { collides } from "./label-place";
import { groupEstimate, type SurvivalGroup } from "./survival-estimate";
import { survivalLayout } from "./survival-layout";

const group = (subjects: readonly (readonly [number, 0 | 1])[], label = "Cohort"): SurvivalGroup => ({
  label,
  subjects: subjects.map(([months, event]) => ({ months, event })),
});

const cohort = group([
  [2, 1],
  [4, 1],
  [6, 0],
  [7, 1],
  [9, 1],
  [12, 0],
  [15, 1],
  [17, 0],
]);

const layoutOf = (groups: readonly SurvivalGroup[], size: "wide" | "narrow" = "wide") =>
  survivalLayout(groups.map(groupEstimate), size);

test("the axis runs from 0 to the tick after the longest time, the per cents from the bottom to the top", () => {
  const { plot, monthTicks, percentTicks } = layoutOf([cohort]);
  expect(monthTicks.map((tick) => tick.value)).toEqual([0, 3, 6, 9, 12, 15, 18]);
  expect(monthTicks[0]?.x).toBe(plot.x);
  expect(monthTicks.at(-1)?.x).toBe(plot.x + plot.width);
  expect(percentTicks[0]).toEqual({ value: 0, y: plot.y + plot.height });
  expect(percentTicks.at(-1)).toEqual({ value: 100, y: plot.y });
});

test("a number at risk stands for each tick, those who leave at the tick still counted", () => {
  const { groups } = layoutOf([cohort]);
  expect(groups[0]?.atRisk).toEqual([8, 7, 6, 4, 3, 2, 0]);
});

test("the dashed lines meet where the curve crosses 50 %", () => {
  const { groups, plot } = layoutOf([cohort]);
  // 7/8 × 6/7 × 4/5 × 3/4 = 0.45 at 9 months
  expect(groups[0]?.median).toEqual({ x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 });
  expect(groups[0]?.medianLabel).toEqual(["Median 9.0 months", "95 % CI 2.0 – not reached"]);
});

test("without events the curve is level, nothing is dashed, and the label says so", () => {
  const { groups, plot, label } = layoutOf([group([[5, 0]])]);
  expect(groups[0]?.median).toBeNull();
  expect(groups[0]?.curve).toBe(`M${plot.x},${plot.y}L${plot.x + (plot.width * 5) / 6},${plot.y}`);
  expect(groups[0]?.bands).toEqual([]);
  expect(groups[0]?.medianLabel).toEqual(["Median not reached", "95 % CI not estimable"]);
  expect(label).not.toBeNull();
});

test("several groups differ in tone and in dash, and are named in a key", () => {
  const layout = layoutOf([cohort, group([[3, 1]], "Other")]);
  const [first, second] = layout.groups;
  expect(first?.tone).not.toBe(second?.tone);
  expect(first?.dash).not.toBe(second?.dash);
  expect(layout.keyRows).toHaveLength(2);
  expect(layout.label).toBeNull();
});

test("the median's label never touches the curve or the dashed lines, in either size", () => {
  const subject = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0 as const, 1 as const));
  fc.assert(
    fc.property(
      fc.array(subject, { minLength: 1, maxLength: 30 }),
      fc.constantFrom("wide" as const, "narrow" as const),
      (subjects, size) => {
        const layout = layoutOf([group(subjects)], size);
        const [drawn] = layout.groups;
        const { label, plot, keyRows } = layout;
        expect(keyRows).toHaveLength(label ? 0 : 1);
        if (!label) return;
        for (const box of segments(drawn?.curve ?? "")) expect(collides(label, box)).toBe(false);
        if (!drawn?.median) return;
        const { x, y } = drawn.median;
        expect(collides(label, { x: plot.x, y, width: x - plot.x, height: 0 })).toBe(false);
        expect(collides(label, { x, y, width: 0, height: plot.y + plot.height - y })).toBe(false);
      },
    ),
  );
});

/** The straight pieces of a path of points, as boxes. */
function segments(path: string) {
  const points = path
    .slice(1)
    .split("L")
    .map((pair) => pair.split(",").map(Number));
  return points.slice(1).map(([x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = points[index] ?? [];
    return {
      x: Math.min(x, fromX),
      y: Math.min(y, fromY),
      width: Math.abs(x - fromX),
      height: Math.abs(y - fromY),
    };
  });
}
