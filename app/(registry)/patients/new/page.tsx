import type { Metadata } from "next";
import { requireContext } from "@/lib/auth/session";
import { todayOf } from "@/lib/auth/viewer";
import { formById } from "@/lib/crf/forms";
import { sitesOf } from "@/lib/sites/data";
import { EmptyState } from "@/lib/ui/empty-state";
import { EntryForm } from "@/lib/ui/form/entry-form";
import { SaveBarRoom } from "@/lib/ui/form/save-bar-room";
import { PageHeader } from "@/lib/ui/page-header";
import { newContent } from "../[patient]/[form]/[entry]/new-entry";
import { enrolAction } from "./actions";

export const metadata: Metadata = { title: "Enrol a patient" };

/** The enrolment of a new patient. */
export default async function EnrolPage() {
  const context = await requireContext("patient.enrol");
  const sites = await sitesOf(context);
  const form = formById("enrolment");
  return (
    <>
      <PageHeader title="Enrol a patient" lead={form.description} />
      {sites.length === 0 ? (
        <EmptyState title="You are not assigned to a site">
          An administrator assigns sites; then you can enrol patients there.
        </EmptyState>
      ) : (
        <EntryForm
          formId="enrolment"
          patientId={null}
          content={newContent("enrolment", { entries: [], preset: {}, sites })}
          stored={null}
          today={todayOf(context)}
          names={{ lines: [], sites: sites.map(({ id, name }) => ({ id, name })) }}
          visits={[]}
          changedFields={[]}
          who={context.viewer.name}
          save={enrolAction}
        />
      )}
      <SaveBarRoom />
    </>
  );
}
