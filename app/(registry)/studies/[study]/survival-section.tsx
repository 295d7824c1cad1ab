import Link from "next/link";
import { SurvivalCurve } from "@/lib/charts/survival-curve";
import { groupEstimate } from "@/lib/charts/survival-estimate";
import { months } from "@/lib/outcomes/interval";
import type { SurvivalData } from "@/lib/outcomes/study-report";
import { SurvivalNumbersTable } from "./survival-numbers-table";
import classes from "./study.module.css";
import type { StudyLinks } from "./study-links";

type SurvivalSectionProps = {
  readonly data: SurvivalData;
  /** Whose survival it is: `Cohort`. */
  readonly group: string;
  readonly links: StudyLinks;
};

/** A survival figure with its legend, in a region that scrolls where it must. */
export function SurvivalSection({ data, group, links }: SurvivalSectionProps) {
  const { id, title, origin, subjects } = data;
  const cohort = {
    label: group,
    subjects: subjects.map(({ days, event }) => ({ months: months(days), event })),
  };
  return (
    <section id={id} className={classes.section}>
      <h2>{title}</h2>
      <figure className={classes.figure} role="region" aria-label={`${title}, figure`} tabIndex={0}>
        <SurvivalCurve endpoint={title} origin={origin} groups={[cohort]} />
      </figure>
      {subjects.length > 0 && (
        <>
          <p className={classes.caption}>
            Kaplan–Meier estimate of{" "}
            <Link href={links.figure(id)}>
              {subjects.length} {subjects.length === 1 ? "patient" : "patients"}
            </Link>
            . Shaded: pointwise 95 % confidence band (log-log). Upright ticks: censored patients. Dashed: the
            median. Months of 30.4375 days.
          </p>
          <details className={classes.small}>
            <summary>The curve in numbers</summary>
            <SurvivalNumbersTable title={title} estimate={groupEstimate(cohort)} />
          </details>
        </>
      )}
    </section>
  );
}
