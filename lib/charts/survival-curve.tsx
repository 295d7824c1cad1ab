import { AtRiskRows } from "./at-risk-rows";
import { GroupKey } from "./group-key";
import { SurvivalAxes } from "./survival-axes";
import classes from "./survival-curve.module.css";
import { groupEstimate, type GroupEstimate, type SurvivalGroup } from "./survival-estimate";
import { type DrawnGroup, type FigureSize, survivalLayout, type SurvivalLayout } from "./survival-layout";

export type SurvivalCurveProps = {
  /** What is on the y axis: `Overall survival`. */
  readonly endpoint: string;
  /** Where time starts: `first dose of the index line`. */
  readonly origin: string;
  readonly groups: readonly SurvivalGroup[];
};

/** A Kaplan–Meier figure: steps with a 95 % band, censor ticks, median lines and the numbers at risk under the axis. Drawn twice, and the layout that fits its container is shown. */
export function SurvivalCurve({ endpoint, origin, groups }: SurvivalCurveProps) {
  if (groups.every((group) => group.subjects.length === 0))
    return (
      <p className={classes.nobody}>There is nobody to draw: the curve appears with the first patient.</p>
    );
  const estimates = groups.map(groupEstimate);
  return (
    <div className={classes.figure}>
      {(["wide", "narrow"] as const).map((size) => (
        <Drawing key={size} size={size} endpoint={endpoint} origin={origin} estimates={estimates} />
      ))}
    </div>
  );
}

type DrawingProps = Omit<SurvivalCurveProps, "groups"> & {
  readonly size: FigureSize;
  readonly estimates: readonly GroupEstimate[];
};

function Drawing({ size, endpoint, origin, estimates }: DrawingProps) {
  const layout = survivalLayout(estimates, size);
  const summary = `${endpoint}, Kaplan–Meier. ${layout.groups.map((group) => group.sentence).join(" ")}`;
  return (
    <svg
      className={classes[size]}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      role="img"
      aria-label={summary}
    >
      <title>{endpoint}</title>
      <desc>{summary}</desc>
      <SurvivalAxes layout={layout} endpoint={endpoint} origin={origin} />
      {layout.groups.map((group) => (
        <Group key={group.label} group={group} layout={layout} />
      ))}
      <GroupKey layout={layout} size={size} />
      <MedianLabel layout={layout} />
      <AtRiskRows layout={layout} />
    </svg>
  );
}

function Group({ group, layout }: { readonly group: DrawnGroup; readonly layout: SurvivalLayout }) {
  const { plot } = layout;
  const { median } = group;
  return (
    <g className={classes[`tone${group.tone}`]}>
      {group.bands.map((band) => (
        <path key={band} d={band} className={classes.band} />
      ))}
      {median && (
        <path
          d={`M${plot.x},${median.y}H${median.x}V${plot.y + plot.height}`}
          className={classes.median}
          data-mark="median"
        />
      )}
      <path d={group.curve} className={classes.curve} strokeDasharray={group.dash} data-mark="curve" />
      {group.censored.map(({ x, y }) => (
        <path key={`${x}`} d={`M${x},${y - 5}v10`} className={classes.censored} data-mark="censored" />
      ))}
    </g>
  );
}

function MedianLabel({ layout }: { readonly layout: SurvivalLayout }) {
  const { label, groups } = layout;
  const [only] = groups;
  if (!label || !only) return null;
  return (
    <text x={label.x} y={label.y + 12} className={classes.label}>
      {only.medianLabel.map((words, index) => (
        <tspan key={words} x={label.x} dy={index * 16}>
          {words}
        </tspan>
      ))}
    </text>
  );
}
