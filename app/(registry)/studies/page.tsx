import type { Metadata } from "next";
import Link from "next/link";
import { requireContext } from "@/lib/auth/session";
import { studies, studyReport } from "@/lib/studies/data";
import { DataTable, numberCell } from "@/lib/ui/data-table";
import { PageHeader } from "@/lib/ui/page-header";
import { studyLinks } from "./[study]/study-links";
import { studyParameters } from "./[study]/study-parameters";

export const metadata: Metadata = { title: "Studies" };

const summarised = ["Index drugs", "Resistance event", "Data cut-off"];

/** The studies of the registry, with their definitions in short and the size of their cohorts. */
export default async function StudiesPage() {
  const context = await requireContext("outcomes.read");
  const rows = await Promise.all(
    studies().map(async (study) => ({ study, report: await studyReport(context, study.slug) })),
  );
  return (
    <>
      <PageHeader title="Studies" lead="Each study recomputes itself from the records at your sites." />
      <DataTable label="Studies">
        <thead>
          <tr>
            <th scope="col">Study</th>
            {summarised.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" className={numberCell}>
              Registered
            </th>
            <th scope="col" className={numberCell}>
              Cohort
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ study, report }) => {
            const links = studyLinks(study.slug);
            const cohort = report?.figures.find((figure) => figure.id === "cohort")?.value ?? 0;
            return (
              <tr key={study.id}>
                <th scope="row">
                  <Link href={links.study}>{study.title}</Link>
                </th>
                {studyParameters(study)
                  .filter(([name]) => summarised.includes(name))
                  .map(([name, value]) => (
                    <td key={name}>{value}</td>
                  ))}
                <td className={numberCell}>{report?.registered.length ?? 0}</td>
                <td className={numberCell}>
                  <Link
                    href={links.figure("cohort")}
                    aria-label={`${cohort} patients in the cohort of ${study.title}`}
                  >
                    {cohort}
                  </Link>
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </>
  );
}
