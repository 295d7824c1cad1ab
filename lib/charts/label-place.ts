/** A rectangle in pixels; y grows downwards. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What a label must not touch. A vertical or horizontal line is a box without width or height. */
export type Obstacle = Box;

const margin = 6;
const grid = 6;

/** True when two boxes come closer than the margin. */
export function collides(label: Box, obstacle: Obstacle): boolean {
  return (
    label.x - margin < obstacle.x + obstacle.width &&
    obstacle.x < label.x + label.width + margin &&
    label.y - margin < obstacle.y + obstacle.height &&
    obstacle.y < label.y + label.height + margin
  );
}

/** The place for a label inside a plot that touches no obstacle, nearest to a point; null where there is none. */
export function labelPlace(
  label: Pick<Box, "width" | "height">,
  plot: Box,
  around: {
    readonly near: { readonly x: number; readonly y: number };
    readonly obstacles: readonly Obstacle[];
  },
): Box | null {
  let best: { readonly box: Box; readonly distance: number } | null = null;
  for (let x = plot.x + margin; x + label.width <= plot.x + plot.width - margin; x += grid)
    for (let y = plot.y + margin; y + label.height <= plot.y + plot.height - margin; y += grid) {
      const box = { x, y, ...label };
      const distance = distanceTo(box, around.near);
      if ((best && distance >= best.distance) || around.obstacles.some((item) => collides(box, item)))
        continue;
      best = { box, distance };
    }
  return best?.box ?? null;
}

function distanceTo(box: Box, point: { readonly x: number; readonly y: number }): number {
  const dx = Math.max(box.x - point.x, 0, point.x - box.x - box.width);
  const dy = Math.max(box.y - point.y, 0, point.y - box.y - box.height);
  return Math.hypot(dx, dy);
}
