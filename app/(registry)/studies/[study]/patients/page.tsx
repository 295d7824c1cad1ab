import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireContext } from "@/lib/auth/session";
import { studyReport } from "@/lib/studies/data";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageHeader } from "@/lib/ui/page-header";
import { selectionOf, type SelectionQuery } from "../selection";
import { studyLinks } from "../study-links";
import { SelectedPatients } from "./selected-patients";

export const metadata: Metadata = { title: "Patients behind a figure" };

type Props = {
  readonly params: Promise<{ readonly study: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** Exactly the patients behind a figure, a box of the flow diagram or a cell of a table. */
export default async function FigurePatientsPage({ params, searchParams }: Props) {
  const context = await requireContext("outcomes.read");
  const report = await studyReport(context, (await params).study);
  if (!report) notFound();
  const links = studyLinks(report.study.slug);
  const selection = selectionOf(report, queryOf(await searchParams));
  const back = <Link href={links.study}>Back to {report.study.title}</Link>;
  if (!selection)
    return (
      <>
        <PageHeader title="Unknown figure" lead={back} />
        <EmptyState title="This study has no figure of that name">
          The address may be of an older definition. Every figure with its patients stands on the{" "}
          <Link href={links.study}>outcomes page</Link>.
        </EmptyState>
      </>
    );
  const { title, patients } = selection;
  const counted = `${patients.length} ${patients.length === 1 ? "patient" : "patients"}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={
          <>
            {counted} · {back}
          </>
        }
      />
      {patients.length === 0 ? (
        <EmptyState title="Nobody">No patient at your sites is counted here.</EmptyState>
      ) : (
        <SelectedPatients report={report} patients={patients} links={links} />
      )}
    </>
  );
}

function queryOf(search: Readonly<Record<string, string | string[] | undefined>>): SelectionQuery {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
