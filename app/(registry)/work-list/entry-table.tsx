import Link from "next/link";
import { formById } from "@/lib/crf/forms";
import { DataTable } from "@/lib/ui/data-table";
import { instantText } from "@/lib/ui/instant-text";
import type { WorkEntry } from "@/lib/work/data";
import classes from "./work-list.module.css";

type EntryTableProps = { readonly label: string; readonly entries: readonly WorkEntry[] };

/** Entries to go on with: patient, form, and who saved it last. */
export function EntryTable({ label, entries }: EntryTableProps) {
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Form</th>
          <th scope="col">Saved</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ patientId, pseudonym, form, entryId, at, by }) => (
          <tr key={entryId}>
            <th scope="row" className={classes.whole}>
              <Link href={`/patients/${patientId}`} prefetch={false}>
                {pseudonym}
              </Link>
            </th>
            <td>
              <Link href={`/patients/${patientId}/${form}/${entryId}`} prefetch={false}>
                {formById(form).title}
              </Link>
            </td>
            <td className={classes.whole}>{instantText(at)}</td>
            <td>{by}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
