import Link from "next/link";
import type { PatientOutcome, Verdict } from "@/lib/outcomes/patient-outcome";
import { DataTable } from "@/lib/ui/data-table";
import classes from "./patient-page.module.css";

type Membership = {
  readonly study: { readonly slug: string; readonly title: string };
  readonly outcome: PatientOutcome;
};

const verdicts: Readonly<Record<Verdict["verdict"], string>> = {
  pass: "Pass",
  fail: "Fail",
  unknown: "Unknown",
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
          <DataTable label={`Criteria of ${study.title}`}>
            <thead>
              <tr>
                <th scope="col">Criterion</th>
                <th scope="col">Verdict</th>
                <th scope="col">Value</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {outcome.verdicts.map((verdict) => (
                <tr key={verdict.id}>
                  <th scope="row">{verdict.label}</th>
                  <td>
                    {verdict.verdict === "pass" ? "Pass" : <strong>{verdicts[verdict.verdict]}</strong>}
                  </td>
                  <td>
                    {verdict.source ? (
                      <Link
                        href={`/patients/${outcome.patientId}/${verdict.source.form}/${verdict.source.entryId}`}
                      >
                        {verdict.value ?? "–"}
                      </Link>
                    ) : (
                      (verdict.value ?? "–")
                    )}
                  </td>
                  <td>{verdict.reason}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </div>
      ))}
    </section>
  );
}

function membershipText({ included, failedAt, verdicts: all }: PatientOutcome): string {
  if (included)
    return `In, because every criterion is met: ${all.map((verdict) => verdict.value ?? verdict.label).join("; ")}.`;
  const failed = all.find((verdict) => verdict.id === failedAt);
  return failed ? `Out at “${failed.label}”: ${failed.reason}` : "Out.";
}
