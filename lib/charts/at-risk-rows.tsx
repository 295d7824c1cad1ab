import { Swatch } from "./group-key";
import classes from "./survival-curve.module.css";
import { rowHeight, type SurvivalLayout } from "./survival-layout";

/** The numbers at risk under the axis, each under its tick. */
export function AtRiskRows({ layout }: { readonly layout: SurvivalLayout }) {
  const { groups, monthTicks, atRiskTop } = layout;
  const several = groups.length > 1;
  return (
    <g className={classes.axes}>
      <text x={0} y={atRiskTop + 12} className={classes.axisTitle}>
        Number at risk
      </text>
      {groups.map((group, row) => {
        const y = atRiskTop + 12 + rowHeight * (several ? 2 * row + 2 : 1);
        return (
          <g key={group.label}>
            {several && <Swatch group={group} x={0} y={y - rowHeight} />}
            {several && (
              <text x={34} y={y - rowHeight}>
                {group.label}
              </text>
            )}
            {monthTicks.map(({ value, x }, index) => (
              <text key={value} x={x} y={y} textAnchor="middle" data-mark="at-risk">
                {group.atRisk[index]}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}
