import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireContext } from "@/lib/auth/session";
import type { SiteScope } from "@/lib/auth/viewer";
import type { StudyReport } from "@/lib/outcomes/study-report";
import { studyReport } from "@/lib/studies/data";
import { studyBySlug } from "@/lib/studies/definitions";
import { EmptyState } from "@/lib/ui/empty-state";
import { instantText } from "@/lib/ui/instant-text";
import { PageHeader } from "@/lib/ui/page-header";
import { memberFilters } from "./membership-table";
import { Outcomes } from "./outcomes";
import { cutoffText } from "./study-parameters";

type Props = {
  readonly params: Promise<{ readonly study: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** The study's title in the browser's. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: studyBySlug((await params).study)?.title ?? "Study not found" };
}

/** The outcomes page: a study recomputed from the entered data. */
export default async function OutcomesPage({ params, searchParams }: Props) {
  const context = await requireContext("outcomes.read");
  const report = await studyReport(context, (await params).study);
  if (!report) notFound();
  const { members, page } = await searchParams;
  const show = memberFilters.find((item) => item.id === members)?.id ?? "all";
  return (
    <>
      <PageHeader title={report.study.title} lead={<Lead report={report} sites={context.viewer.sites} />} />
      {report.registered.length === 0 ? (
        <EmptyState title="Nothing to compute yet">
          No patient is registered at your sites. Once <Link href="/patients">patients</Link> are entered with
          their therapy lines and assessments, every figure of this study computes itself here.
        </EmptyState>
      ) : (
        <Outcomes report={report} show={show} page={Number.parseInt(String(page), 10) || 1} />
      )}
    </>
  );
}

function Lead({ report, sites }: { readonly report: StudyReport; readonly sites: SiteScope }) {
  const { registered, generatedAt, study } = report;
  const people = `${registered.length} registered ${registered.length === 1 ? "patient" : "patients"}`;
  return (
    <>
      Computed from {people} {sites === "all" ? "at all sites" : "at your sites"} · generated at{" "}
      {instantText(generatedAt)} · data cut-off {cutoffText(study)}.
      {sites !== "all" &&
        ` Figures cover your sites only: ${sites.length > 0 ? sites.join(", ") : "none assigned"}.`}
    </>
  );
}
