import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { groupStyle } from "./group-style";
import { type Box, labelPlace, type Obstacle } from "./label-place";
import { monthTicks } from "./month-ticks";
import type { GroupEstimate } from "./survival-estimate";
import { bandOutlines, censorMarks, type Point, stepPoints } from "./survival-steps";
import { groupSentence, medianLines } from "./survival-text";

export type DrawnGroup = {
  readonly label: string;
  readonly n: number;
  readonly events: number;
  readonly sentence: string;
  readonly tone: number;
  readonly dash: string;
  readonly curve: string;
  readonly bands: readonly string[];
  readonly censored: readonly Point[];
  readonly median: Point | null;
  readonly medianLabel: readonly [string, string];
  readonly atRisk: readonly number[];
};

/** Everything of a survival figure in pixels; y grows downwards. */
export type SurvivalLayout = {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly monthTicks: readonly { readonly value: number; readonly x: number }[];
  readonly percentTicks: readonly { readonly value: number; readonly y: number }[];
  /** The rows of the key above the plot; empty where the only group carries its label in the plot. */
  readonly keyRows: readonly { readonly y: number }[];
  readonly groups: readonly DrawnGroup[];
  /** Where the median's label stands, for a single group. */
  readonly label: Box | null;
  readonly atRiskTop: number;
};

/** The size a figure is drawn in: wide for a desk, narrow for a telephone. */
export type FigureSize = "wide" | "narrow";

const sizes = {
  wide: { width: 760, left: 52, right: 24, plotHeight: 320, ticks: 9 },
  narrow: { width: 326, left: 44, right: 14, plotHeight: 230, ticks: 6 },
} as const;

export const rowHeight = 18;
const axisHeight = 52;
const titleHeight = 30;
const labelLine = 16;
const characterWidth = 6.6;

/** Lays out a survival figure. Text is drawn at 12 pixels, so a label's width is estimated from its characters. */
export function survivalLayout(estimates: readonly GroupEstimate[], size: FigureSize): SurvivalLayout {
  if (estimates.length > 1) return keyedLayout(estimates, size);
  const frame = frameOf(estimates, { size, top: titleHeight });
  const [only] = estimates;
  const label = only ? medianPlace(only, frame.plot, frame.scales) : null;
  if (only && !label) return keyedLayout(estimates, size);
  return { ...finished(estimates, frame), width: sizes[size].width, keyRows: [], label };
}

/** The layout with a key above the plot: of several groups, and of one whose label finds no place in the plot. */
function keyedLayout(estimates: readonly GroupEstimate[], size: FigureSize): SurvivalLayout {
  const perGroup = size === "wide" ? rowHeight : 2 * rowHeight;
  const frame = frameOf(estimates, { size, top: titleHeight + estimates.length * perGroup });
  const keyRows = estimates.map((_, index) => ({ y: rowHeight + index * perGroup + rowHeight }));
  return { ...finished(estimates, frame), width: sizes[size].width, keyRows, label: null };
}

type Scales = { readonly x: (value: number) => number; readonly y: (value: number) => number };
type Frame = { readonly plot: Box; readonly months: readonly number[]; readonly scales: Scales };

function frameOf(
  estimates: readonly GroupEstimate[],
  { size, top }: { readonly size: FigureSize; readonly top: number },
): Frame {
  const { width, left, right, plotHeight, ticks } = sizes[size];
  const months = monthTicks(Math.max(0, ...estimates.map((estimate) => estimate.longest)), ticks);
  const plot: Box = { x: left, y: top, width: width - left - right, height: plotHeight };
  const x = scaleLinear([0, months.at(-1) ?? 1], [plot.x, plot.x + plot.width]);
  const y = scaleLinear([0, 1], [plot.y + plot.height, plot.y]);
  return { plot, months, scales: { x, y } };
}

function finished(
  estimates: readonly GroupEstimate[],
  frame: Frame,
): Omit<SurvivalLayout, "width" | "keyRows" | "label"> {
  const { plot, months, scales } = frame;
  const atRiskTop = plot.y + plot.height + axisHeight;
  const atRiskRows = estimates.length > 1 ? 1 + 2 * estimates.length : 2;
  return {
    height: atRiskTop + rowHeight * atRiskRows,
    plot,
    monthTicks: months.map((value) => ({ value, x: scales.x(value) })),
    percentTicks: [0, 25, 50, 75, 100].map((value) => ({ value, y: scales.y(value / 100) })),
    groups: estimates.map((estimate, index) => drawn(estimate, index, frame)),
    atRiskTop,
  };
}

function drawn(estimate: GroupEstimate, index: number, { scales, months }: Frame): DrawnGroup {
  const place = ({ x, y }: Point): Point => ({ x: scales.x(x), y: scales.y(y) });
  const path = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(2);
  const { curve, limits, median } = estimate;
  return {
    label: estimate.label,
    n: estimate.n,
    events: estimate.events,
    sentence: groupSentence(estimate),
    ...groupStyle(index),
    curve: path(stepPoints(curve).map(place)) ?? "",
    bands: bandOutlines(curve, limits).map((outline) => `${path(outline.map(place))}Z`),
    censored: censorMarks(curve).map(place),
    median: median.value === null ? null : place({ x: median.value, y: 0.5 }),
    medianLabel: medianLines(median),
    atRisk: estimate.atRisk(months),
  };
}

/** Where the label of the median stands: near the crossing, off the curve, its band and the dashed lines. */
function medianPlace(estimate: GroupEstimate, plot: Box, scales: Scales): Box | null {
  const lines = medianLines(estimate.median);
  const size = {
    width: Math.max(...lines.map((text) => text.length)) * characterWidth,
    height: lines.length * labelLine,
  };
  const crossing = { x: scales.x(estimate.median.value ?? estimate.longest), y: scales.y(0.5) };
  const dashed: Obstacle[] =
    estimate.median.value === null
      ? []
      : [
          { x: plot.x, y: crossing.y, width: crossing.x - plot.x, height: 0 },
          { ...crossing, width: 0, height: plot.y + plot.height - crossing.y },
        ];
  const near = { x: crossing.x + 12, y: crossing.y - size.height - 12 };
  return labelPlace(size, plot, { near, obstacles: [...dashed, ...curveObstacles(estimate, scales)] });
}

/** The curve with its band as boxes, one for each step. */
function curveObstacles({ curve, limits }: GroupEstimate, { x, y }: Scales): Obstacle[] {
  const times = [0, ...curve.time];
  return times.map((from, index) => {
    const survival = index === 0 ? 1 : (curve.survival[index - 1] ?? 0);
    const before = index < 2 ? 1 : (curve.survival[index - 2] ?? 1);
    const upper = Math.max(survival, index === 0 ? 1 : (limits.upper[index - 1] ?? before), before);
    const lower = Math.min(survival, index === 0 ? 1 : (limits.lower[index - 1] ?? survival));
    const tick = 5; // a censor tick reaches this far above and below the curve
    return {
      x: x(from),
      y: y(upper) - tick,
      width: x(times[index + 1] ?? from) - x(from),
      height: y(lower) - y(upper) + 2 * tick,
    };
  });
}
