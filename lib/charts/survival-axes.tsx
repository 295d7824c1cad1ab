import classes from "./survival-curve.module.css";
import type { SurvivalLayout } from "./survival-layout";

type SurvivalAxesProps = {
  readonly layout: SurvivalLayout;
  readonly endpoint: string;
  readonly origin: string;
};

/** Both axes of a survival figure: per cent upwards, months to the right. */
export function SurvivalAxes({ layout, endpoint, origin }: SurvivalAxesProps) {
  const { plot, monthTicks, percentTicks } = layout;
  const bottom = plot.y + plot.height;
  return (
    <g className={classes.axes}>
      <text x={0} y={14} className={classes.axisTitle}>
        {endpoint}
      </text>
      <path d={`M${plot.x},${plot.y}V${bottom}H${plot.x + plot.width}`} className={classes.axis} />
      {percentTicks.map(({ value, y }) => (
        <g key={value}>
          <path d={`M${plot.x},${y}h-5`} className={classes.axis} />
          <text x={plot.x - 8} y={y + 4} textAnchor="end">
            {value} %
          </text>
        </g>
      ))}
      {monthTicks.map(({ value, x }) => (
        <g key={value}>
          <path d={`M${x},${bottom}v5`} className={classes.axis} />
          <text x={x} y={bottom + 18} textAnchor="middle" data-mark="month">
            {value}
          </text>
        </g>
      ))}
      <text x={plot.x + plot.width / 2} y={bottom + 36} textAnchor="middle" className={classes.axisTitle}>
        Months since {origin}
      </text>
    </g>
  );
}
