import Link from "next/link";
import { labelOf } from "@/lib/crf/codelist";
import { formById, formIds, forms } from "@/lib/crf/forms";
import type { FormStatus, PatientRow } from "@/lib/patients/data";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import classes from "./patients.module.css";

/** The patients of a page, with how far each of their forms is. */
export function PatientTable({ patients }: { readonly patients: readonly PatientRow[] }) {
  return (
    <DataTable label="Patients">
      <thead>
        <tr>
          <th scope="col">Pseudonym</th>
          <th scope="col">Source id</th>
          <th scope="col">Site</th>
          <th scope="col">Sex</th>
          <th scope="col" className={numberCell}>
            Born
          </th>
          <th scope="col">Vital status</th>
          {formIds.map((form) => (
            <th key={form} scope="col">
              {formById(form).title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {patients.map((patient) => (
          <tr key={patient.id}>
            <th scope="row" className={classes.whole}>
              <Link href={`/patients/${patient.id}`} prefetch={false}>
                {patient.pseudonym}
              </Link>
            </th>
            <td>{patient.sourceId ?? "–"}</td>
            <td>{patient.site}</td>
            <td>{patient.sex ? labelOf(forms.enrolment.fields.sex.codes, patient.sex) : "–"}</td>
            <td className={numberCell}>{patient.yearOfBirth ?? "–"}</td>
            <td>{patient.vital ? labelOf(forms["follow-up"].fields.status.codes, patient.vital) : "–"}</td>
            {patient.forms.map((status) => (
              <td key={status.form}>{statusText(status)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** How far a form is: `Complete`, `2 complete, 1 draft`, or `Missing`. */
function statusText({ form, draft, complete }: FormStatus): string {
  if (draft + complete === 0) return "Missing";
  if (!formById(form).repeating) return draft > 0 ? "Draft" : "Complete";
  return [complete > 0 ? `${complete} complete` : "", draft > 0 ? `${draft} draft` : ""]
    .filter(Boolean)
    .join(", ");
}
