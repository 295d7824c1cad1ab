import Link from "next/link";
import type { HistoryEvent } from "@/lib/audit/data";
import { formById } from "@/lib/crf/forms";
import { dateText } from "@/lib/crf/partial-date";
import { DataTable } from "@/lib/ui/data-table";
import { actionLabel } from "./action-labels";
import classes from "./audit.module.css";
import { ChangeList } from "./change-list";

type EventsTableProps = {
  readonly events: readonly HistoryEvent[];
  /** The pseudonyms of the events' patients, by patient id. */
  readonly pseudonyms: ReadonlyMap<string, string>;
};

/** Audit events as rows: when, who, what, where, the changes and the reason. */
export function EventsTable({ events, pseudonyms }: EventsTableProps) {
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
        {events.map((event) => (
          <tr key={event.id}>
            <th scope="row" className={classes.instant}>
              <time dateTime={event.at}>
                {dateText(event.at.slice(0, 10))}, {event.at.slice(11, 19)}
              </time>
            </th>
            <td>{event.actorName}</td>
            <td>{actionLabel(event.action)}</td>
            <td>
              <Place event={event} pseudonym={pseudonyms.get(event.patientId ?? "")} />
            </td>
            <td>
              <ChangeList changes={event.changes} />
            </td>
            <td className={classes.reason}>{event.reason ?? "–"}</td>
            <td>{event.source}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const tableLabels: ReadonlyMap<string, string> = new Map([
  ["users", "User accounts"],
  ["sites", "Sites"],
  ["settings", "Settings"],
]);

type PlaceProps = { readonly event: HistoryEvent; readonly pseudonym: string | undefined };

function Place({ event, pseudonym }: PlaceProps) {
  const { form, patientId, rowId, tableName } = event;
  const title = form ? formById(form).title : (tableLabels.get(tableName) ?? tableName);
  if (pseudonym === undefined) return title;
  return (
    <>
      <Link href={`/patients/${patientId}`}>{pseudonym}</Link>
      {form && (
        <>
          {", "}
          <Link href={`/patients/${patientId}/${form}/${rowId}`}>{title}</Link>
        </>
      )}
    </>
  );
}
