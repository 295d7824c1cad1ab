/** A survival curve as the estimator gives it: aligned arrays, one element for each distinct time. */
export type StepCurve = {
  readonly time: readonly number[];
  readonly survival: readonly number[];
  readonly censored: readonly number[];
};

/** Confidence limits aligned to the times of a curve; null where they are not defined. */
export type StepLimits = {
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
};

export type Point = { readonly x: number; readonly y: number };

/** The corners of a survival curve, from (0, 1): level up to each time, then down. */
export function stepPoints({ time, survival }: StepCurve): Point[] {
  const points: Point[] = [{ x: 0, y: 1 }];
  let level = 1;
  time.forEach((x, index) => {
    points.push({ x, y: level });
    const next = survival[index] ?? level;
    if (next !== level) points.push({ x, y: next });
    level = next;
  });
  return points;
}

/** Where patients were censored: on the curve, at the level that holds from that time. */
export function censorMarks({ time, survival, censored }: StepCurve): Point[] {
  return time.flatMap((x, index) => {
    const y = survival[index];
    return y !== undefined && (censored[index] ?? 0) > 0 ? [{ x, y }] : [];
  });
}

type Span = { readonly from: number; readonly to: number; readonly lower: number; readonly upper: number };

/** The confidence band as closed outlines: one for each run of times at which both limits are defined. */
export function bandOutlines({ time }: StepCurve, limits: StepLimits): Point[][] {
  const runs: Span[][] = [];
  let open: Span[] = [];
  time.forEach((from, index) => {
    const [lower, upper] = [limits.lower[index], limits.upper[index]];
    const to = time[index + 1] ?? from;
    if (typeof lower !== "number" || typeof upper !== "number") open = [];
    else if (open.push({ from, to, lower, upper }) === 1) runs.push(open);
  });
  return runs.map(outline).filter((points) => points.length > 2);
}

function outline(run: readonly Span[]): Point[] {
  const corners = (side: "lower" | "upper") =>
    run.flatMap((span) => [
      { x: span.from, y: span[side] },
      { x: span.to, y: span[side] },
    ]);
  return [...corners("upper"), ...corners("lower").toReversed()];
}
