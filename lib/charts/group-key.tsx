import classes from "./survival-curve.module.css";
import type { DrawnGroup, FigureSize, SurvivalLayout } from "./survival-layout";

type GroupKeyProps = { readonly layout: SurvivalLayout; readonly size: FigureSize };

/** The key above the plot: each group's line with its number, events and median. */
export function GroupKey({ layout, size }: GroupKeyProps) {
  return layout.keyRows.map(({ y }, index) => {
    const group = layout.groups[index];
    if (!group) return null;
    const [label, summary] = keyLines(group);
    return (
      <g key={group.label} className={classes.axes}>
        <Swatch group={group} x={0} y={y} />
        <text x={34} y={y}>
          {size === "wide" ? `${label} ${summary}` : label}
        </text>
        {size === "narrow" && (
          <text x={34} y={y + 15}>
            {summary}
          </text>
        )}
      </g>
    );
  });
}

function keyLines({ label, n, events, medianLabel }: DrawnGroup): readonly [string, string] {
  return [`${label}: ${n} patients, ${events} events,`, medianLabel.join(", ").replace("Median", "median")];
}

/** A short piece of a group's line, to recognise it by. */
export function Swatch({
  group,
  x,
  y,
}: {
  readonly group: DrawnGroup;
  readonly x: number;
  readonly y: number;
}) {
  return (
    <path
      d={`M${x},${y - 4}h28`}
      className={`${classes.curve} ${classes[`tone${group.tone}`]}`}
      strokeDasharray={group.dash}
    />
  );
}
