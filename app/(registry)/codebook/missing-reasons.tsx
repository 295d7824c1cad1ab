import { missingReasons } from "@/lib/crf/codelist";
import { DataTable } from "@/lib/ui/data-table";
import classes from "./codebook.module.css";

/** The reasons that may stand for a value. */
export function MissingReasons() {
  return (
    <section id="missing" className={classes.section}>
      <h2>Missing reasons</h2>
      <p>
        Where a field takes a missing reason, one of these may stand for its value, and the field counts as
        answered. HL7 null flavours in brackets.
      </p>
      <DataTable label="Missing reasons">
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Label</th>
          </tr>
        </thead>
        <tbody>
          {missingReasons.map(({ code, label }) => (
            <tr key={code}>
              <th scope="row" className={classes.code}>
                {code}
              </th>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
