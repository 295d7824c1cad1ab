import type { PatientOutcome, Verdict } from "@/lib/outcomes/patient-outcome";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import classes from "../../study.module.css";
import { SourceLink } from "./source-link";

const words: Readonly<Record<Verdict["verdict"], string>> = {
  pass: "met",
  fail: "not met",
  unknown: "not known",
};

type VerdictTableProps = { readonly outcome: PatientOutcome; readonly label?: string };

/** Every criterion of a study for one patient. */
export function VerdictTable({ outcome, label = "Criteria" }: VerdictTableProps) {
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <th scope="col" className={numberCell}>
            No.
          </th>
          <th scope="col">Criterion</th>
          <th scope="col">Verdict</th>
          <th scope="col">Value</th>
          <th scope="col">Reason</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {outcome.verdicts.map((verdict, index) => (
          <tr key={verdict.id}>
            <td className={numberCell}>{index + 1}</td>
            <th scope="row">{verdict.label}</th>
            <td className={classes.verdict}>
              {words[verdict.verdict]}
              {verdict.id === outcome.failedAt && ": excludes"}
            </td>
            <td>{verdict.value ?? "–"}</td>
            <td className={classes.reason}>{verdict.reason}</td>
            <td>
              <SourceLink source={verdict.source} patientId={outcome.patientId} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
