import fc from "fast-check";
import { expect, test } from "vitest";
import { collides, labelPlace } from "./label-place";

const plot = { x: 50, y: 30, width: 600, height: 300 };
const label = { width: 160, height: 32 };

test("a free plot takes the label at the point itself", () => {
  const place = labelPlace(label, plot, { near: { x: 300, y: 150 }, obstacles: [] });
  expect(place && collides(place, { x: 300, y: 150, width: 0, height: 0 })).toBe(true);
});

test("a plot that is full takes none", () => {
  expect(labelPlace(label, plot, { near: { x: 300, y: 150 }, obstacles: [plot] })).toBeNull();
});

test("a place found lies in the plot and touches no obstacle", () => {
  const within = (low: number, size: number) => fc.integer({ min: low, max: low + size });
  const obstacle = fc.record({
    x: within(plot.x, plot.width),
    y: within(plot.y, plot.height),
    width: fc.integer({ min: 0, max: 200 }),
    height: fc.integer({ min: 0, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(obstacle, { maxLength: 12 }), (obstacles) => {
      const place = labelPlace(label, plot, { near: { x: 300, y: 150 }, obstacles });
      if (!place) return;
      expect(obstacles.some((item) => collides(place, item))).toBe(false);
      expect(place.x).toBeGreaterThan(plot.x);
      expect(place.y).toBeGreaterThan(plot.y);
      expect(place.x + place.width).toBeLessThan(plot.x + plot.width);
      expect(place.y + place.height).toBeLessThan(plot.y + plot.height);
    }),
  );
});
