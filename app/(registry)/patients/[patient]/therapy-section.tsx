import Link from "next/link";
import type { Entry } from "@/lib/entries/entry";
import type { TherapyLine } from "@/lib/patients/lines";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import { EmptyState } from "@/lib/ui/empty-state";
import classes from "./patient-page.module.css";
import { answer, dated, stateOf } from "./patient-summary";
import { StateBadge } from "./state-badge";
import { byVisitDate, dayOf, responseOf } from "./timeline-of";

type TherapySectionProps = {
  readonly patientId: string;
  readonly lines: readonly TherapyLine[];
  readonly assessments: readonly Entry[];
  readonly mayWrite: boolean;
};

/** The therapy lines in order of their first dose. */
export function TherapySection({ patientId, lines, assessments, mayWrite }: TherapySectionProps) {
  return (
    <section className={classes.section} aria-labelledby="therapy">
      <h2 id="therapy">Therapy lines</h2>
      {lines.length === 0 ? (
        <EmptyState title="No therapy line yet">
          {mayWrite && <Link href={`/patients/${patientId}/therapy/new`}>Add the first therapy line</Link>}
        </EmptyState>
      ) : (
        <DataTable label="Therapy lines">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Setting</th>
              <th scope="col">First dose</th>
              <th scope="col">Last dose</th>
              <th scope="col">Reason for stopping</th>
              <th scope="col" className={numberCell}>
                Days
              </th>
              <th scope="col" className={numberCell}>
                Assessments
              </th>
              <th scope="col">Responses</th>
              <th scope="col">State</th>
              {mayWrite && <th scope="col">Actions</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow
                key={line.entry.id}
                line={line}
                visits={assessments.filter((visit) => visit.content.values.line === line.entry.id)}
                patientId={patientId}
                mayWrite={mayWrite}
              />
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

type LineRowProps = {
  readonly patientId: string;
  readonly line: TherapyLine;
  readonly visits: readonly Entry[];
  readonly mayWrite: boolean;
};

function LineRow({ patientId, line, visits, mayWrite }: LineRowProps) {
  const { entry } = line;
  const { values } = entry.content;
  const responses = visits
    .toSorted(byVisitDate)
    .map(responseOf)
    .filter((response) => response !== "baseline" && response !== "");
  return (
    <tr>
      <th scope="row">
        <Link href={`/patients/${patientId}/therapy/${entry.id}`}>
          {line.number}. {line.drugs}
        </Link>
      </th>
      <td>{answer("therapy", "setting", entry)}</td>
      <td className={classes.date}>{dated(values.startDate)}</td>
      <td className={classes.date}>
        {values.status === "stopped" ? dated(values.stopDate) : answer("therapy", "status", entry)}
      </td>
      <td>{answer("therapy", "stopReason", entry)}</td>
      <td className={numberCell}>{daysOf(entry) ?? "–"}</td>
      <td className={numberCell}>{visits.length}</td>
      <td>{responses.join(", ") || "–"}</td>
      <td>
        <StateBadge state={stateOf(entry)} />
      </td>
      {mayWrite && (
        <td className={classes.action}>
          <Link href={`/patients/${patientId}/assessment/new?line=${entry.id}`}>
            Record assessment<span className="visually-hidden"> of line {line.number}</span>
          </Link>
        </td>
      )}
    </tr>
  );
}

function daysOf({ content: { values } }: Entry): number | null {
  const [start, stop] = [dayOf(values.startDate), dayOf(values.stopDate)];
  return values.status === "stopped" && start !== null && stop !== null ? stop - start : null;
}
