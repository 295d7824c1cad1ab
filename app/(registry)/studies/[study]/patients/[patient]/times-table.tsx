import { dateText } from "@/lib/crf/partial-date";
import { rounded } from "@/lib/outcomes/figure-text";
import { months } from "@/lib/outcomes/interval";
import type { PatientOutcome } from "@/lib/outcomes/patient-outcome";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import { SourceLink } from "./source-link";

/** The times to an event a study derived of one patient. */
export function TimesTable({ outcome }: { readonly outcome: PatientOutcome }) {
  return (
    <DataTable label="Times to an event">
      <thead>
        <tr>
          <th scope="col">Endpoint</th>
          <th scope="col" className={numberCell}>
            Line
          </th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col" className={numberCell}>
            Days
          </th>
          <th scope="col" className={numberCell}>
            Months
          </th>
          <th scope="col">Event</th>
          <th scope="col">Reason</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {outcome.timesToEvent.map((row) => (
          <tr key={`${row.endpoint} ${row.line}`}>
            <th scope="row">{row.endpoint}</th>
            <td className={numberCell}>{row.line}</td>
            <td>{dateText(row.startDate)}</td>
            <td>{dateText(row.endDate)}</td>
            <td className={numberCell}>
              {row.days}
              {row.minDays !== row.maxDays && ` (${row.minDays} – ${row.maxDays})`}
            </td>
            <td className={numberCell}>{rounded(months(row.days), 1)}</td>
            <td>{row.event === 1 ? "event" : "censored"}</td>
            <td>{row.reason}</td>
            <td>
              <SourceLink source={row.source} patientId={outcome.patientId} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
