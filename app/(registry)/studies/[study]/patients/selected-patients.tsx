import Link from "next/link";
import { rounded } from "@/lib/outcomes/figure-text";
import { months } from "@/lib/outcomes/interval";
import type { PatientOutcome } from "@/lib/outcomes/patient-outcome";
import type { PatientRef, StudyReport } from "@/lib/outcomes/study-report";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import { membershipText } from "../membership-text";
import classes from "../study.module.css";
import type { StudyLinks } from "../study-links";

type SelectedPatientsProps = {
  readonly report: StudyReport;
  readonly patients: readonly PatientRef[];
  readonly links: StudyLinks;
};

/** A table of chosen patients with what the study derived of each. */
export function SelectedPatients({ report, patients, links }: SelectedPatientsProps) {
  const outcomes = new Map(report.outcomes.map((outcome) => [outcome.patientId, outcome]));
  return (
    <DataTable label="Patients" tall>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Source id</th>
          <th scope="col">Index drug</th>
          <th scope="col" className={numberCell}>
            Interval, months
          </th>
          <th scope="col">Mode of progression</th>
          <th scope="col">Subsequent therapy</th>
          <th scope="col">Its outcome</th>
          <th scope="col">Cohort</th>
        </tr>
      </thead>
      <tbody>
        {patients.map((patient) => (
          <PatientRow key={patient.id} patient={patient} outcome={outcomes.get(patient.id)} links={links} />
        ))}
      </tbody>
    </DataTable>
  );
}

type PatientRowProps = {
  readonly patient: PatientRef;
  readonly outcome: PatientOutcome | undefined;
  readonly links: StudyLinks;
};

function PatientRow({ patient, outcome, links }: PatientRowProps) {
  return (
    <tr>
      <th scope="row" className={classes.pseudonym}>
        <Link href={`/patients/${patient.id}`}>{patient.pseudonym}</Link>
      </th>
      <td className={classes.pseudonym}>{patient.sourceId ?? "–"}</td>
      <td>{outcome?.index?.drugs.join(" + ") ?? "–"}</td>
      <td className={numberCell}>{outcome ? intervalText(outcome) : "–"}</td>
      <td>{outcome?.progression?.mode ?? "–"}</td>
      <td>{outcome?.subsequent?.drugs.join(" + ") ?? "–"}</td>
      <td>{outcome?.subsequent?.outcome ?? "–"}</td>
      <td className={classes.reason}>
        {outcome && membershipText(outcome)}{" "}
        <Link href={links.verdicts(patient.id)} aria-label={`Criteria of ${patient.pseudonym}`}>
          Criteria
        </Link>
      </td>
    </tr>
  );
}

/** The treatment interval of the index line in months. */
function intervalText({ index, timesToEvent }: PatientOutcome): string {
  const time = timesToEvent.find(
    (row) => row.endpoint === "treatment interval" && row.line === index?.number,
  );
  return time ? rounded(months(time.days), 1) : "–";
}
