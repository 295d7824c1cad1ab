import Link from "next/link";
import type { HistoryEvent } from "@/lib/audit/data";
import { formById, formIds } from "@/lib/crf/forms";
import { dateText } from "@/lib/crf/partial-date";
import type { Patient } from "@/lib/patients/data";
import { DataTable } from "@/lib/ui/data-table";
import { actionLabel } from "./action-labels";
import classes from "./audit.module.css";
import { ChangeList } from "./change-list";

type EventsTableProps = {
  readonly events: readonly HistoryEvent[];
  readonly patients: ReadonlyMap<string, Patient>;
};

/** Audit events as rows: when, who, what, where, the changes and the reason. */
export function EventsTable({ events, patients }: EventsTableProps) {
  return (
    <DataTable label="Audit events" tall>
      <thead>
        <tr>
          <th scope="col">When (UTC)</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Where</th>
          <th scope="col">From before to after</th>
          <th scope="col">Reason</th>
          <th scope="col">Through</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => {
          const patient =
            event.patientId === null ? null : (patients.get(event.patientId) ?? "another site's");
          return (
            <tr key={event.id}>
              <th scope="row" className={classes.instant}>
                <time dateTime={event.at}>
                  {dateText(event.at.slice(0, 10))}, {event.at.slice(11, 19)}
                </time>
              </th>
              <td>{event.actorName}</td>
              <td>{actionLabel(event.action)}</td>
              <td>
                <Place event={event} patient={patient} />
              </td>
              <td>{patient === "another site's" ? "not shown" : <ChangeList changes={event.changes} />}</td>
              <td className={classes.reason}>{event.reason ?? "–"}</td>
              <td>{event.source}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

const tableLabels: ReadonlyMap<string, string> = new Map([
  ["users", "User accounts"],
  ["sites", "Sites"],
  ["settings", "Settings"],
]);

type PlaceProps = { readonly event: HistoryEvent; readonly patient: Patient | "another site's" | null };

function Place({ event, patient }: PlaceProps) {
  const form = formIds.find((id) => `form_${id.replaceAll("-", "_")}` === event.tableName);
  if (patient === null)
    return form ? formById(form).title : (tableLabels.get(event.tableName) ?? event.tableName);
  if (patient === "another site's") return "a patient of another site";
  return (
    <>
      <Link href={`/patients/${patient.id}`}>{patient.pseudonym}</Link>
      {form && (
        <>
          {", "}
          <Link href={`/patients/${patient.id}/${form}/${event.rowId}`}>{formById(form).title}</Link>
        </>
      )}
    </>
  );
}
