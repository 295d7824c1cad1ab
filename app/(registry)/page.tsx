import type { Metadata } from "next";
import Link from "next/link";
import { may } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import type { Context } from "@/lib/auth/viewer";
import { studies } from "@/lib/studies/data";
import { EmptyState } from "@/lib/ui/empty-state";
import { LinkButton } from "@/lib/ui/link-button";
import { PageHeader } from "@/lib/ui/page-header";
import { drafts, lacking, recentEntries } from "@/lib/work/data";
import { EntryTable } from "./work-list/entry-table";
import { LackingLists } from "./work-list/lacking-lists";
import classes from "./work-list/work-list.module.css";

export const metadata: Metadata = { title: "My work" };

/** What waits for the viewer: for those who enter data their work list, for the others where their work begins. */
export default async function WorkPage() {
  const context = await requireContext();
  if (may(context.viewer.role, "entry.write")) return <WorkList context={context} />;
  return (
    <>
      <PageHeader title={`Good day, ${context.viewer.name}`} lead="Where your work begins." />
      <ul className={classes.starts}>
        {may(context.viewer.role, "outcomes.read") &&
          studies().map((study) => (
            <li key={study.slug}>
              <Link href={`/studies/${study.slug}`}>Outcomes: {study.title}</Link>
            </li>
          ))}
        {may(context.viewer.role, "patient.read") && (
          <li>
            <Link href="/patients">Patients</Link>
          </li>
        )}
        {may(context.viewer.role, "user.manage") && (
          <li>
            <Link href="/admin">Users and sites</Link>
          </li>
        )}
        {may(context.viewer.role, "audit.read") && (
          <li>
            <Link href="/audit">Audit trail</Link>
          </li>
        )}
        <li>
          <Link href="/codebook">Codebook</Link>
        </li>
      </ul>
    </>
  );
}

async function WorkList({ context }: { readonly context: Context }) {
  const [open, missing, recent] = await Promise.all([
    drafts(context),
    lacking(context),
    recentEntries(context),
  ]);
  const isEmpty = open.total === 0 && missing.length === 0;
  return (
    <>
      <PageHeader
        title="My work"
        lead="Drafts to complete, what is missing, and what you changed last."
        actions={
          <LinkButton href="/patients/new" main>
            Enrol a patient
          </LinkButton>
        }
      />
      {isEmpty && (
        <EmptyState title="Nothing waits for you">
          <Link href="/patients/new">Enrol a patient</Link>
        </EmptyState>
      )}
      {open.total > 0 && (
        <section className={classes.section} aria-labelledby="drafts">
          <h2 id="drafts">Drafts to complete ({open.total})</h2>
          <EntryTable label="Drafts to complete" entries={open.entries} />
          {open.total > open.entries.length && (
            <p className={classes.more}>The newest {open.entries.length} are shown.</p>
          )}
        </section>
      )}
      {missing.length > 0 && <LackingLists lists={missing} />}
      {recent.length > 0 && (
        <section className={classes.section} aria-labelledby="recent">
          <h2 id="recent">Changed by you</h2>
          <EntryTable label="Changed by you" entries={recent} />
        </section>
      )}
    </>
  );
}
