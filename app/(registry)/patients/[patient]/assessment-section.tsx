import Link from "next/link";
import type { Entry } from "@/lib/entries/entry";
import type { TherapyLine } from "@/lib/patients/lines";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import { diameterSum } from "@/lib/ui/form/lesions";
import classes from "./patient-page.module.css";
import { answer, dated, stateOf } from "./patient-summary";
import { StateBadge } from "./state-badge";
import { byVisitDate, dayOf } from "./timeline-of";

type AssessmentSectionProps = {
  readonly patientId: string;
  readonly lines: readonly TherapyLine[];
  readonly assessments: readonly Entry[];
};

/** The assessments of each therapy line in order of date. */
export function AssessmentSection({ patientId, lines, assessments }: AssessmentSectionProps) {
  const ofLine = (line: string | null) =>
    assessments.filter((visit) =>
      line === null
        ? !lines.some(({ entry }) => entry.id === visit.content.values.line)
        : visit.content.values.line === line,
    );
  const loose = ofLine(null);
  return (
    <section className={classes.section} aria-labelledby="assessments">
      <h2 id="assessments">Assessments</h2>
      {lines.length === 0 && loose.length === 0 && (
        <p className={classes.quiet}>Assessments are recorded for a therapy line.</p>
      )}
      {lines.map((line) => (
        <div key={line.entry.id}>
          <h3>
            {line.number}. {line.drugs}
          </h3>
          <Visits
            patientId={patientId}
            label={`Assessments of line ${line.number}`}
            visits={ofLine(line.entry.id)}
            start={dayOf(line.entry.content.values.startDate)}
          />
        </div>
      ))}
      {loose.length > 0 && (
        <div>
          <h3>No line chosen yet</h3>
          <Visits patientId={patientId} label="Assessments without a line" visits={loose} start={null} />
        </div>
      )}
    </section>
  );
}

type VisitsProps = {
  readonly patientId: string;
  readonly label: string;
  readonly visits: readonly Entry[];
  /** The day of the line's first dose. */
  readonly start: number | null;
};

function Visits({ patientId, label, visits, start }: VisitsProps) {
  if (visits.length === 0) return <p className={classes.quiet}>No assessment yet.</p>;
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col" className={numberCell}>
            Day
          </th>
          <th scope="col">Visit</th>
          <th scope="col">Method</th>
          <th scope="col" className={numberCell}>
            Sum, mm
          </th>
          <th scope="col">Non-target</th>
          <th scope="col">New lesion</th>
          <th scope="col">Response</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {visits.toSorted(byVisitDate).map((visit) => (
          <VisitRow key={visit.id} patientId={patientId} visit={visit} start={start} />
        ))}
      </tbody>
    </DataTable>
  );
}

type VisitRowProps = { readonly patientId: string; readonly visit: Entry; readonly start: number | null };

function VisitRow({ patientId, visit, start }: VisitRowProps) {
  const { values } = visit.content;
  const say = (key: string) => answer("assessment", key, visit) || "–";
  const lesions = Array.isArray(values.lesions) ? (values.lesions as { diameter?: unknown }[]) : []; // rows of the form's group
  const sum = diameterSum(lesions);
  const day = dayOf(values.date);
  const newLesion =
    values.newLesion === "yes" ? `Yes: ${answer("assessment", "newLesionSite", visit)}` : say("newLesion");
  return (
    <tr>
      <th scope="row" className={classes.date}>
        <Link href={`/patients/${patientId}/assessment/${visit.id}`}>{dated(values.date) || "No date"}</Link>
      </th>
      <td className={numberCell}>
        {day !== null && start !== null ? String(day - start).replace("-", "−") : "–"}
      </td>
      <td>{say("role")}</td>
      <td>{say("method")}</td>
      <td className={numberCell}>{sum.measured > 0 ? sum.sumMm : "–"}</td>
      <td>{say("nontarget")}</td>
      <td>{newLesion}</td>
      <td>{say("response")}</td>
      <td>
        <StateBadge state={stateOf(visit)} />
      </td>
    </tr>
  );
}
