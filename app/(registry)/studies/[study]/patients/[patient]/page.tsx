import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireContext } from "@/lib/auth/session";
import { studyReport } from "@/lib/studies/data";
import { PageHeader } from "@/lib/ui/page-header";
import { membershipText } from "../../membership-text";
import classes from "../../study.module.css";
import { studyLinks } from "../../study-links";
import { TimesTable } from "./times-table";
import { VerdictTable } from "./verdict-table";

export const metadata: Metadata = { title: "Criteria of a patient" };

type Props = { readonly params: Promise<{ readonly study: string; readonly patient: string }> };

/** Why one patient is in a study or out of it: each criterion with its value, where that was read, and the verdict. */
export default async function PatientVerdictsPage({ params }: Props) {
  const context = await requireContext("outcomes.read");
  const { study, patient } = await params;
  const report = await studyReport(context, study);
  const outcome = report?.outcomes.find((item) => item.patientId === patient);
  if (!report || !outcome) notFound();
  const links = studyLinks(report.study.slug);
  const origin = outcome.sourceId ? ` (${outcome.sourceId})` : "";
  return (
    <>
      <PageHeader
        title={`${outcome.pseudonym}${origin}: criteria`}
        lead={
          <>
            <Link href={links.study}>{report.study.title}</Link> ·{" "}
            <Link href={`/patients/${outcome.patientId}`}>Patient {outcome.pseudonym}</Link>
          </>
        }
      />
      <p className={classes.prose}>{membershipText(outcome)}</p>
      <VerdictTable outcome={outcome} />
      {outcome.timesToEvent.length > 0 && (
        <section className={classes.section}>
          <h2>Times to an event</h2>
          <TimesTable outcome={outcome} />
        </section>
      )}
    </>
  );
}
