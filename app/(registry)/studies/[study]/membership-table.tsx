import Link from "next/link";
import type { PatientOutcome } from "@/lib/outcomes/patient-outcome";
import { DataTable } from "@/lib/ui/data-table";
import { membershipText } from "./membership-text";
import classes from "./study.module.css";
import type { StudyLinks } from "./study-links";

/** Which patients the membership table shows. */
export const memberFilters = [
  { id: "all", label: "All" },
  { id: "in", label: "In" },
  { id: "out", label: "Out" },
] as const;

const perPage = 50;

type MembershipTableProps = {
  readonly outcomes: readonly PatientOutcome[];
  readonly show: string;
  readonly page: number;
  readonly links: StudyLinks;
};

/** Each registered patient, in or out of the cohort and why, filtered and paged by the address. */
export function MembershipTable({ outcomes, show, page, links }: MembershipTableProps) {
  const filtered = outcomes.filter((outcome) => show === "all" || outcome.included === (show === "in"));
  const pages = Math.max(1, Math.ceil(filtered.length / perPage));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = filtered.slice((shown - 1) * perPage, shown * perPage);
  return (
    <>
      <MemberFilter outcomes={outcomes} show={show} links={links} />
      {rows.length === 0 ? (
        <p>No patient is {show === "in" ? "in the cohort" : "out of the cohort"}.</p>
      ) : (
        <DataTable label="Membership of each patient" tall>
          <thead>
            <tr>
              <th scope="col">Patient</th>
              <th scope="col">Source id</th>
              <th scope="col">Cohort</th>
              <th scope="col">Why</th>
              <th scope="col">Criteria</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((outcome) => (
              <tr key={outcome.patientId}>
                <th scope="row" className={classes.pseudonym}>
                  <Link href={`/patients/${outcome.patientId}`}>{outcome.pseudonym}</Link>
                </th>
                <td className={classes.pseudonym}>{outcome.sourceId ?? "–"}</td>
                <td>{outcome.included ? "in" : "out"}</td>
                <td className={classes.reason}>{membershipText(outcome)}</td>
                <td>
                  <Link
                    href={links.verdicts(outcome.patientId)}
                    aria-label={`Criteria of ${outcome.pseudonym}`}
                  >
                    Criteria
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {pages > 1 && <MemberPages show={show} page={shown} pages={pages} links={links} />}
    </>
  );
}

function MemberFilter({ outcomes, show, links }: Omit<MembershipTableProps, "page">) {
  const included = outcomes.filter((outcome) => outcome.included).length;
  const counts = { all: outcomes.length, in: included, out: outcomes.length - included };
  return (
    <nav aria-label="Filter by membership" className={classes.links}>
      {memberFilters.map(({ id, label }) => (
        <Link key={id} href={links.members(id)} aria-current={id === show ? "true" : undefined}>
          {label} ({counts[id]})
        </Link>
      ))}
    </nav>
  );
}

type MemberPagesProps = {
  readonly show: string;
  readonly page: number;
  readonly pages: number;
  readonly links: StudyLinks;
};

function MemberPages({ show, page, pages, links }: MemberPagesProps) {
  return (
    <nav aria-label="Pages of the membership table" className={classes.links}>
      {page > 1 && <Link href={links.members(show, page - 1)}>Previous</Link>}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && <Link href={links.members(show, page + 1)}>Next</Link>}
    </nav>
  );
}
