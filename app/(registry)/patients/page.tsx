import type { Metadata } from "next";
import Link from "next/link";
import { may } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { type PatientFilter, type PatientPage, patientsPage } from "@/lib/patients/data";
import { sitesOf } from "@/lib/sites/data";
import { EmptyState } from "@/lib/ui/empty-state";
import { CarriedMessage } from "@/lib/ui/form/carried-message";
import { LinkButton } from "@/lib/ui/link-button";
import { PageHeader } from "@/lib/ui/page-header";
import { filterOf, isFiltering, pageAddress } from "./filter";
import { Filters } from "./filters";
import { PatientTable } from "./patient-table";
import classes from "./patients.module.css";

type Props = {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
};

export const metadata: Metadata = { title: "Patients" };

/** The patients of the viewer's sites, to search and to page through. */
export default async function PatientsPage({ searchParams }: Props) {
  const context = await requireContext("patient.read");
  const filter = filterOf(await searchParams);
  const [found, sites] = await Promise.all([patientsPage(context, filter), sitesOf(context)]);
  const mayEnrol = may(context.viewer.role, "patient.enrol");
  const isEmpty = found.total === 0 && !isFiltering(filter);
  return (
    <>
      <PageHeader
        title="Patients"
        actions={
          mayEnrol && !isEmpty ? (
            <LinkButton href="/patients/new" main>
              Enrol a patient
            </LinkButton>
          ) : undefined
        }
      />
      <CarriedMessage />
      {isEmpty ? (
        <EmptyState title="No patients yet">
          {mayEnrol ? <Link href="/patients/new">Enrol a patient</Link> : "Nobody has been enrolled."}
        </EmptyState>
      ) : (
        <>
          <Filters filter={filter} sites={sites} />
          <Found found={found} filter={filter} />
        </>
      )}
    </>
  );
}

function Found({ found, filter }: { readonly found: PatientPage; readonly filter: PatientFilter }) {
  if (found.total === 0)
    return (
      <EmptyState title="No patient matches">
        <Link href="/patients">Clear the filters</Link>
      </EmptyState>
    );
  return (
    <>
      <p className={classes.total} role="status">
        {found.total} {found.total === 1 ? "patient" : "patients"}
        {isFiltering(filter) ? " match" : ""}
      </p>
      <PatientTable patients={found.patients} />
      {found.pages > 1 && (
        <nav aria-label="Pages" className={classes.pages}>
          {found.page > 1 && <Link href={pageAddress(filter, found.page - 1)}>Previous</Link>}
          <span>
            Page {found.page} of {found.pages}
          </span>
          {found.page < found.pages && <Link href={pageAddress(filter, found.page + 1)}>Next</Link>}
        </nav>
      )}
    </>
  );
}
