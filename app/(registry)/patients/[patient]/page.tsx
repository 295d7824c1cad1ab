import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { may } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { todayOf } from "@/lib/auth/viewer";
import { PatientTimeline } from "@/lib/charts/patient-timeline";
import { entriesOf } from "@/lib/entries/data";
import type { Entry } from "@/lib/entries/entry";
import { patientOf } from "@/lib/patients/data";
import { therapyLines } from "@/lib/patients/lines";
import { sitesOf } from "@/lib/sites/data";
import { patientOutcomesOf } from "@/lib/studies/data";
import { CarriedMessage } from "@/lib/ui/form/carried-message";
import { LinkButton } from "@/lib/ui/link-button";
import { PageHeader } from "@/lib/ui/page-header";
import { AssessmentSection } from "./assessment-section";
import { FormsSection } from "./forms-section";
import { MembershipSection } from "./membership-section";
import classes from "./patient-page.module.css";
import { answer, vitalText } from "./patient-summary";
import { TherapySection } from "./therapy-section";
import { timelineOf } from "./timeline-of";

type Props = { readonly params: Promise<{ readonly patient: string }> };

export const metadata: Metadata = { title: "Patient" };

/** One patient: the course at a glance, the lines, the assessments, the other forms, and where the patient counts. */
export default async function PatientPage({ params }: Props) {
  const { patient: id } = await params;
  const context = await requireContext("patient.read");
  const entries = await entriesOf(context, id);
  const enrolment = entries?.find((entry) => entry.form === "enrolment");
  if (!entries || !enrolment) notFound();
  const [sites, memberships] = await Promise.all([sitesOf(context), patientOutcomesOf(context, id)]);
  const patient = patientOf(enrolment);
  const mayWrite = may(context.viewer.role, "entry.write");
  const lines = therapyLines(entries);
  const assessments = entries.filter((entry) => entry.form === "assessment");
  const timeline = timelineOf(entries, todayOf(context));
  return (
    <>
      <PageHeader
        title={patient.pseudonym}
        lead={<Link href="/patients">All patients</Link>}
        actions={mayWrite ? <Buttons patientId={id} line={lines.at(-1)?.entry.id} /> : undefined}
      />
      <CarriedMessage />
      <Facts
        facts={[
          ["Source id", patient.sourceId ?? "–"],
          ["Site", sites.find((site) => site.id === patient.site)?.name ?? patient.site],
          ["Sex", answer("enrolment", "sex", enrolment) || "not recorded"],
          ["Year of birth", birthText(enrolment)],
          ["Vital status", vitalText(entries)],
        ]}
      />
      {timeline && <PatientTimeline timeline={timeline} title={`Timeline of ${patient.pseudonym}`} />}
      <TherapySection patientId={id} lines={lines} assessments={assessments} mayWrite={mayWrite} />
      <AssessmentSection patientId={id} lines={lines} assessments={assessments} />
      <FormsSection patientId={id} entries={entries} mayWrite={mayWrite} />
      <MembershipSection memberships={memberships} />
    </>
  );
}

function birthText({ content }: Entry): string {
  const year = content.values.yearOfBirth;
  return typeof year === "number" ? String(year) : "not recorded";
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What can be added: in the order in which it usually is. */
function Buttons({ patientId, line }: { readonly patientId: string; readonly line: string | undefined }) {
  const base = `/patients/${patientId}`;
  const links: readonly (readonly [string, string])[] = [
    [`${base}/therapy/new`, "Add therapy line"],
    ...(line ? [[`${base}/assessment/new?line=${line}`, "Record assessment"] as const] : []),
    [`${base}/risk/new`, "Add risk factors"],
    [`${base}/follow-up/new`, "Record follow-up"],
    [`${base}/follow-up/new?status=dead`, "Record death"],
  ];
  return (
    <div className={classes.buttons}>
      {links.map(([href, words], index) => (
        <LinkButton key={href} href={href} main={index === 0}>
          {words}
        </LinkButton>
      ))}
    </div>
  );
}
