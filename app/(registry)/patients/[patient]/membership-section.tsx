import Link from "next/link";
import { membershipText } from "@/app/(registry)/studies/[study]/membership-text";
import { VerdictTable } from "@/app/(registry)/studies/[study]/patients/[patient]/verdict-table";
import type { PatientOutcome } from "@/lib/outcomes/patient-outcome";
import classes from "./patient-page.module.css";

type Membership = {
  readonly study: { readonly slug: string; readonly title: string };
  readonly outcome: PatientOutcome;
};

/** Whether the patient counts in each study, and why: every criterion with its value and its source. */
export function MembershipSection({ memberships }: { readonly memberships: readonly Membership[] }) {
  return (
    <section className={classes.section} aria-labelledby="studies">
      <h2 id="studies">Studies</h2>
      {memberships.length === 0 && (
        <p className={classes.quiet}>Nothing has been derived for this patient yet.</p>
      )}
      {memberships.map(({ study, outcome }) => (
        <div key={study.slug}>
          <h3>
            <Link href={`/studies/${study.slug}`}>{study.title}</Link>
          </h3>
          <p className={classes.verdict}>{membershipText(outcome)}</p>
          <VerdictTable outcome={outcome} label={`Criteria of ${study.title}`} />
        </div>
      ))}
    </section>
  );
}
