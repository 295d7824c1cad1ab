import type { Metadata } from "next";
import Link from "next/link";
import { auditPage } from "@/lib/audit/data";
import { may } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { pseudonymsOf } from "@/lib/patients/data";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageHeader } from "@/lib/ui/page-header";
import { AuditFilterForm } from "./audit-filter-form";
import { patientMeant } from "./patient-meant";
import classes from "./audit.module.css";
import { EventsTable } from "./events-table";

export const metadata: Metadata = { title: "Audit trail" };

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

const oneOf = (value: string | string[] | undefined) => (typeof value === "string" ? value.trim() : "");

/** The audit trail: who did what, when, where, and what it changed. */
export default async function AuditPage({ searchParams }: Props) {
  const context = await requireContext("audit.read");
  const query = await searchParams;
  const [action, patient] = [oneOf(query.action), oneOf(query.patient)];
  const byPatient = may(context.viewer.role, "patient.read");
  const meant = byPatient && patient ? await patientMeant(context, patient) : null;
  const header = (
    <>
      <PageHeader
        title="Audit trail"
        lead={`Everything that was written, newest first; nothing in it can be changed. Times are UTC.${
          byPatient ? "" : " Events of patients are left out."
        }`}
      />
      <AuditFilterForm action={action} patient={meant?.pseudonym ?? patient} byPatient={byPatient} />
    </>
  );
  if (byPatient && patient && !meant)
    return (
      <>
        {header}
        <EmptyState title="No such patient">
          No patient at your sites has the pseudonym or source id {patient}.
        </EmptyState>
      </>
    );
  const filter = {
    action: action || null,
    patientId: meant?.id ?? null,
    page: Number.parseInt(oneOf(query.page), 10) || 1,
  };
  const { events, total, page, pages } = await auditPage(context, filter);
  const pseudonyms = await pseudonymsOf(
    context,
    events.flatMap((event) => event.patientId ?? []),
  );
  const address = (number: number) =>
    `/audit?${new URLSearchParams({
      ...(action ? { action } : {}),
      ...(patient ? { patient } : {}),
      page: String(number),
    })}`;
  return (
    <>
      {header}
      {events.length === 0 ? (
        <EmptyState title="No events">
          {action || patient ? (
            <>
              Nothing matches. <Link href="/audit">Show all events</Link>
            </>
          ) : (
            "Nothing has been written yet."
          )}
        </EmptyState>
      ) : (
        <>
          <EventsTable events={events} pseudonyms={pseudonyms} />
          <nav aria-label="Pages of the audit trail" className={classes.pages}>
            {page > 1 && <Link href={address(page - 1)}>Newer</Link>}
            <span>
              Page {page} of {pages}, {total} {total === 1 ? "event" : "events"}
            </span>
            {page < pages && <Link href={address(page + 1)}>Older</Link>}
          </nav>
        </>
      )}
    </>
  );
}
