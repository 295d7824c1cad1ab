import Link from "next/link";
import { type FormId, formById } from "@/lib/crf/forms";
import type { Entry } from "@/lib/entries/entry";
import { DataTable } from "@/lib/ui/data-table";
import { instantText } from "@/lib/ui/instant-text";
import classes from "./patient-page.module.css";
import { answer, dated, followUpDate, stateOf } from "./patient-summary";
import { StateBadge } from "./state-badge";

type FormsSectionProps = {
  readonly patientId: string;
  readonly entries: readonly Entry[];
  readonly mayWrite: boolean;
};

const once: readonly FormId[] = ["enrolment", "diagnosis"];
const dates: readonly FormId[] = ["risk", "follow-up"];

/** Enrolment, diagnosis, risk factors and follow-up: every entry with its state, and what is missing. */
export function FormsSection({ patientId, entries, mayWrite }: FormsSectionProps) {
  const rows = [...once, ...dates].flatMap((form): { form: FormId; entry: Entry | undefined }[] => {
    const found = entries.filter((entry) => entry.form === form);
    return found.length === 0 ? [{ form, entry: undefined }] : found.map((entry) => ({ form, entry }));
  });
  return (
    <section className={classes.section} aria-labelledby="forms">
      <h2 id="forms">Other forms</h2>
      <DataTable label="Other forms">
        <thead>
          <tr>
            <th scope="col">Form</th>
            <th scope="col">Says</th>
            <th scope="col">State</th>
            <th scope="col">Last saved</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ form, entry }) => (
            <tr key={entry?.id ?? form}>
              <th scope="row">
                {entry || mayWrite ? (
                  <Link href={`/patients/${patientId}/${form}/${entry?.id ?? "new"}`}>
                    {formById(form).title}
                  </Link>
                ) : (
                  formById(form).title
                )}
              </th>
              <td>{entry ? saying(form, entry) : "–"}</td>
              <td>
                <StateBadge state={stateOf(entry)} />
              </td>
              <td>{entry ? `${entry.updatedBy}, ${instantText(entry.updatedAt)}` : "–"}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}

function saying(form: FormId, entry: Entry): string {
  const { values } = entry.content;
  const parts: Readonly<Partial<Record<FormId, readonly string[]>>> = {
    enrolment: [answer("enrolment", "consentScope", entry), dated(values.consentDate)],
    diagnosis: [dated(values.diagnosisDate), answer("diagnosis", "histology", entry)],
    risk: [dated(values.date), values.karnofsky === null ? "" : `Karnofsky ${String(values.karnofsky)} %`],
    "follow-up": [answer("follow-up", "status", entry), dated(followUpDate(entry))],
  };
  return (parts[form] ?? []).filter(Boolean).join(" · ");
}
