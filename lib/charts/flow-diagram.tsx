import type { ReactNode } from "react";
import classes from "./flow-diagram.module.css";

export type FlowExclusion = {
  readonly id: string;
  readonly label: string;
  readonly excluded: number;
  /** Of the excluded, those for whom the criterion cannot be judged. */
  readonly unknown: number;
  readonly remaining: number;
};

/** Where the counts of a flow diagram lead: to exactly the patients counted. */
export type FlowLinks = {
  readonly registered: string;
  readonly excluded: (id: string) => string;
  readonly remaining: (id: string) => string;
};

type FlowDiagramProps = {
  readonly registered: number;
  readonly exclusions: readonly FlowExclusion[];
  readonly links: FlowLinks;
  /** How a count links to its patients. */
  readonly countLink: (to: { readonly href: string; readonly children: ReactNode }) => ReactNode;
};

const patients = (count: number) => `${count} ${count === 1 ? "patient" : "patients"}`;

/** The order of exclusion: from the registered, by each criterion in turn, to the cohort. Excluded and remaining add up to the box above. */
export function FlowDiagram({ registered, exclusions, links, countLink }: FlowDiagramProps) {
  return (
    <ol className={classes.flow}>
      <li className={classes.box}>
        <span className={classes.label}>Registered</span>
        {countLink({ href: links.registered, children: patients(registered) })}
      </li>
      {exclusions.map((step, index) => (
        <li key={step.id} className={classes.step}>
          <div className={classes.side}>
            <span className={classes.label}>Excluded: not “{step.label}”</span>
            {countLink({ href: links.excluded(step.id), children: patients(step.excluded) })}
            {step.unknown > 0 && (
              <span className={classes.note}>for {step.unknown} of them it is not known</span>
            )}
          </div>
          <div className={`${classes.box} ${index === exclusions.length - 1 ? classes.cohort : ""}`}>
            <span className={classes.label}>
              {index === exclusions.length - 1 ? `${step.label}: the cohort` : step.label}
            </span>
            {countLink({ href: links.remaining(step.id), children: patients(step.remaining) })}
          </div>
        </li>
      ))}
    </ol>
  );
}
