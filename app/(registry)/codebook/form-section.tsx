import type { FormDefinition } from "@/lib/crf/define";
import { dictionary, type DictionaryRow } from "@/lib/crf/dictionary";
import { patientChecks } from "@/lib/crf/forms/patient-checks";
import { DataTable } from "@/lib/ui/data-table";
import classes from "./codebook.module.css";

const columns = [
  ["variable", "Variable"],
  ["label", "Label"],
  ["section", "Section"],
  ["kind", "Kind"],
  ["codes", "Codes"],
  ["unit", "Unit"],
  ["range", "Range"],
  ["required", "Required"],
  ["condition", "Collected if"],
  ["missing", "Missing reason"],
  ["checks", "Checks"],
  ["note", "Note"],
] as const satisfies readonly (readonly [keyof DictionaryRow, string])[];

/** The fields of one form as the data dictionary has them. */
export function FormSection({ form }: { readonly form: FormDefinition }) {
  return (
    <section id={form.id} className={classes.section}>
      <h2>{form.title}</h2>
      <p>
        {form.description} {form.repeating ? "A patient may have several." : "One for each patient."} Version{" "}
        {form.version}.
      </p>
      <DataTable label={`Fields of ${form.title}`}>
        <thead>
          <tr>
            {columns.map(([key, label]) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dictionary(form, patientChecks).map((row) => (
            <tr key={row.variable}>
              {columns.map(([key]) => (
                <Cell key={key} column={key} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

type CellProps = { readonly column: (typeof columns)[number][0]; readonly row: DictionaryRow };

function Cell({ column, row }: CellProps) {
  const value = row[column];
  if (column === "variable")
    return (
      <th scope="row" className={classes.code}>
        {value}
      </th>
    );
  if (column === "codes" && value)
    return (
      <td>
        <ul className={classes.codes}>
          {value.split(" | ").map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </td>
    );
  const wide = column === "checks" || column === "note" || column === "condition" || column === "label";
  return <td className={wide && value ? classes.text : undefined}>{value || "–"}</td>;
}
