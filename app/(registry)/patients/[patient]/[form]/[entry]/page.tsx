import type { Metadata } from "next";
import Link from "next/link";
import { forbidden, notFound } from "next/navigation";
import { entryHistory } from "@/lib/audit/data";
import { may } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { type Context, todayOf } from "@/lib/auth/viewer";
import { type FormId, formById, isFormId } from "@/lib/crf/forms";
import { entriesOf } from "@/lib/entries/data";
import type { Entry } from "@/lib/entries/entry";
import { patientOf } from "@/lib/patients/data";
import { therapyLines } from "@/lib/patients/lines";
import { sitesOf } from "@/lib/sites/data";
import { EntryForm } from "@/lib/ui/form/entry-form";
import { changedFieldsOf, EntryHistory } from "@/lib/ui/form/entry-history";
import { EntryReading } from "@/lib/ui/form/entry-reading";
import { SaveBarRoom } from "@/lib/ui/form/save-bar-room";
import { PageHeader } from "@/lib/ui/page-header";
import { removeEntryAction, saveEntryAction } from "./actions";
import { newContent, visitsOf } from "./new-entry";

type Props = {
  readonly params: Promise<{ readonly patient: string; readonly form: string; readonly entry: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
};

/** The title of the page: the form. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { form } = await params;
  return { title: isFormId(form) ? formById(form).title : "Not found" };
}

/** One entry of a patient in its form: to fill in, or to read. */
export default async function EntryPage({ params, searchParams }: Props) {
  const [{ patient, form: formId, entry: entryId }, preset] = await Promise.all([params, searchParams]);
  const context = await requireContext("patient.read");
  if (!isFormId(formId)) notFound();
  const entries = await entriesOf(context, patient);
  const enrolment = entries?.find((entry) => entry.form === "enrolment");
  if (!entries || !enrolment) notFound();
  const form = formById(formId);
  const entry = entryOf(entries, formId, entryId);
  const mayWrite = may(context.viewer.role, "entry.write");
  if (!entry && entryId !== "new") notFound();
  if (!entry && !mayWrite) forbidden();

  const sites = await sitesOf(context);
  const history = entry ? await entryHistory(context, entry.id) : [];
  const names = {
    lines: therapyLines(entries).map((line) => ({ id: line.entry.id, label: line.label })),
    sites: sites.map(({ id, name }) => ({ id, name })),
  };
  const content = entry?.content ?? newContent(formId, { entries, preset, sites });
  const mayRemove = entry && form.repeating && may(context.viewer.role, "entry.remove");
  const { pseudonym } = patientOf(enrolment);
  return (
    <>
      <PageHeader
        title={`${form.title}: ${pseudonym}`}
        lead={
          <>
            <Link href={`/patients/${patient}`}>Back to {pseudonym}</Link> · {form.description}
          </>
        }
      />
      {mayWrite ? (
        <EntryForm
          key={keyOf(entryId, preset.after)}
          formId={formId}
          patientId={patient}
          content={content}
          stored={entry ? storedOf(entry) : null}
          today={todayOf(context)}
          names={names}
          visits={formId === "assessment" ? visitsOf(entries) : []}
          changedFields={changedFieldsOf(history)}
          who={nameOf(context)}
          save={saveEntryAction}
          {...(mayRemove ? { remove: removeEntryAction } : {})}
        />
      ) : (
        <EntryReading form={form} content={content} names={names} />
      )}
      {entry && <EntryHistory events={history} lines={names.lines} />}
      {mayWrite && <SaveBarRoom />}
    </>
  );
}

const nameOf = (context: Context) => context.viewer.name;

/** A form a patient has once is the same entry, whether asked for by its id or as new. */
function entryOf(entries: readonly Entry[], form: FormId, id: string): Entry | undefined {
  const ofForm = entries.filter((entry) => entry.form === form);
  if (id === "new") return formById(form).repeating ? undefined : ofForm[0];
  return ofForm.find((entry) => entry.id === id);
}

function storedOf({ id, version, state, updatedBy, updatedAt }: Entry) {
  return { entryId: id, version, state, updatedBy, updatedAt };
}

const keyOf = (entryId: string, after: unknown) => `${entryId}-${typeof after === "string" ? after : ""}`;
