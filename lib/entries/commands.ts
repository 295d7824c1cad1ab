import { randomUUID } from "node:crypto";
import type { Writer } from "../../db/client";
import { StaleVersionError } from "../../db/errors";
import type { Recording } from "../../db/record";
import { actorOf, type Context, inScope, todayOf } from "../auth/viewer";
import type { EntryContent } from "../crf/define";
import { transition } from "../crf/entry-state";
import { type FormId, formById } from "../crf/forms";
import { patientChecks } from "../crf/forms/patient-checks";
import { patientFailures, type CheckedEntry } from "../crf/patient-failures";
import { completeSchema, draftSchema, softFailures } from "../crf/schema";
import { canonicalValues } from "../crf/units";
import { allocatePseudonym } from "../patients/pseudonym";
import type { Entry, SaveInput, SaveResult } from "./entry";
import { entryRow, formEntries, patientEntries } from "./read";
import { recordChange, recordNew } from "./recorder";

type Refusal = Extract<SaveResult, { ok: false }>;

const notFound: Refusal = {
  ok: false,
  reason: "not-found",
  message: "There is no such patient or entry at your sites.",
};

/** Thrown inside the transaction to leave it with a refusal and nothing written. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/** Saves an entry as a draft or complete: checks its content, its state and its version, and records it with its audit event and the patient's outcomes. */
export async function saveEntry(context: Context, input: SaveInput): Promise<SaveResult> {
  try {
    return await context.db.transaction((writer) =>
      save(context, { writer, actor: actorOf(context), at: context.now }, input),
    );
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function save(context: Context, recording: Recording, input: SaveInput): Promise<SaveResult> {
  const { writer } = recording;
  const form = formById(input.form);
  const existing = input.entryId === null ? null : await entryRow(writer, input.form, input.entryId);
  if (input.entryId !== null && (!existing || existing.state === "removed")) throw new Refused(notFound);
  const patientId = existing?.patientId ?? input.patientId;
  await authoriseRow(context, writer, patientId, input.form);

  if (existing && existing.version !== input.version) throw new Refused(conflictWith(existing));
  const once =
    !form.repeating && !existing && patientId !== null
      ? await formEntries(writer, input.form, patientId)
      : [];
  if (once[0]) throw new Refused(conflictWith(once[0]));

  const move = transition(existing?.state ?? null, input.target);
  if (!move)
    throw new Refused({
      ok: false,
      reason: "not-allowed",
      message: "An entry in this state cannot be saved so.",
    });
  if (move.reason && !input.reason?.trim())
    throw new Refused({
      ok: false,
      reason: "reason-needed",
      message: "The entry was complete: give a reason for the change.",
    });

  const content = keepFixed(input.form, parsed(context, input), existing);
  const id = existing?.id ?? randomUUID();
  const owner = patientId ?? id;
  const warnings = await acrossForms(context, writer, {
    id,
    form: input.form,
    content,
    patientId: owner,
    target: input.target,
  });

  const state = input.target;
  if (existing) {
    await recordChange(recording, {
      entry: existing,
      version: existing.version,
      state,
      content,
      reason: input.reason?.trim() || null,
    });
    return { ok: true, patientId: owner, entryId: id, version: existing.version + 1, state, warnings };
  }
  const complete = input.form === "enrolment" ? await enrolled(context, writer, content) : content;
  await recordNew(recording, [
    { id, form: input.form, patientId: owner, sourceId: null, state, content: complete },
  ]);
  return { ok: true, patientId: owner, entryId: id, version: 1, state, warnings };
}

async function authoriseRow(
  context: Context,
  writer: Writer,
  patientId: string | null,
  form: FormId,
): Promise<void> {
  if (patientId === null) {
    if (form !== "enrolment") throw new Refused(notFound);
    return;
  }
  const enrolment = (await formEntries(writer, "enrolment", patientId))[0];
  if (!enrolment || !inScope(context.viewer.sites, String(enrolment.content.values.site)))
    throw new Refused(notFound);
}

function conflictWith(entry: Entry): Refusal {
  const { id: entryId, state, version, updatedBy, updatedAt, content } = entry;
  return {
    ok: false,
    reason: "conflict",
    current: { entryId, state, version, updatedBy, updatedAt, content },
  };
}

function parsed(context: Context, input: SaveInput): EntryContent {
  const schema = input.target === "complete" ? completeSchema : draftSchema;
  const result = schema(formById(input.form), todayOf(context)).safeParse(input.content);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    field: issue.path.slice(["values", "missing", "units"].includes(String(issue.path[0])) ? 1 : 0).join("."),
    message: issue.message,
  }));
  throw new Refused({ ok: false, reason: "invalid", issues });
}

/** Fixed fields keep the value they were created with, whatever was sent. */
function keepFixed(formId: FormId, content: EntryContent, existing: Entry | null): EntryContent {
  const fixed = Object.entries(formById(formId).fields).filter(([, field]) => field.fixed);
  const kept = fixed.map(([key, field]) => {
    if (existing) return [key, existing.content.values[key] ?? null];
    return [key, field.kind === "text" && field.allocated ? null : (content.values[key] ?? null)];
  });
  return { ...content, values: { ...content.values, ...Object.fromEntries(kept) } };
}

async function enrolled(context: Context, writer: Writer, content: EntryContent): Promise<EntryContent> {
  const site = content.values.site;
  if (typeof site !== "string" || !inScope(context.viewer.sites, site))
    throw new Refused({
      ok: false,
      reason: "invalid",
      issues: [{ field: "site", message: "Choose one of your sites." }],
    });
  const pseudonym = await allocatePseudonym(writer, site);
  if (!pseudonym)
    throw new Refused({
      ok: false,
      reason: "invalid",
      issues: [{ field: "site", message: "There is no such site." }],
    });
  return { ...content, values: { ...content.values, pseudonym } };
}

type Candidate = Pick<Entry, "id" | "form" | "content" | "patientId"> & {
  readonly target: "draft" | "complete";
};

const checked = (entry: Pick<Entry, "id" | "form" | "content">): CheckedEntry => ({
  id: entry.id,
  form: entry.form,
  values: canonicalValues(formById(entry.form), entry.content),
});

/** The checks between forms: a hard failure refuses completion, a soft one is told. References must name entries of the same patient. */
async function acrossForms(context: Context, writer: Writer, candidate: Candidate) {
  const others = (await patientEntries(writer, candidate.patientId)).filter(
    (entry) => entry.id !== candidate.id,
  );
  const issues = danglingReferences(candidate, others);
  const found = patientFailures(
    patientChecks,
    checked(candidate),
    others.filter((entry) => entry.state === "complete").map(checked),
  );
  if (candidate.target === "complete") issues.push(...found.filter((item) => item.severity === "hard"));
  if (issues.length > 0)
    throw new Refused({
      ok: false,
      reason: "invalid",
      issues: issues.map(({ field, message }) => ({ field, message })),
    });
  return [...softFailures(formById(candidate.form), candidate.content, todayOf(context)), ...found].map(
    ({ field, message }) => ({
      field,
      message,
    }),
  );
}

function danglingReferences(
  candidate: Candidate,
  others: readonly Entry[],
): { field: string; message: string }[] {
  return Object.entries(formById(candidate.form).fields).flatMap(([key, field]) => {
    const value = candidate.content.values[key];
    if (field.kind !== "text" || field.reference !== "therapy" || typeof value !== "string") return [];
    const exists = others.some((entry) => entry.form === "therapy" && entry.id === value);
    return exists ? [] : [{ field: key, message: "Choose one of the patient's therapy lines." }];
  });
}

export type RemoveInput = {
  readonly form: FormId;
  readonly entryId: string;
  readonly version: number;
  readonly reason: string;
};

/** Removes an entry from the record, with a reason. It stays in the audit trail. Forms a patient has once are corrected, not removed. */
export async function removeEntry(context: Context, input: RemoveInput): Promise<SaveResult> {
  try {
    return await context.db.transaction(async (writer) => {
      const existing = await entryRow(writer, input.form, input.entryId);
      if (!existing || existing.state === "removed") throw new Refused(notFound);
      await authoriseRow(context, writer, existing.patientId, input.form);
      if (existing.version !== input.version) throw new Refused(conflictWith(existing));
      const refusal = await whyNotRemovable(writer, existing, input.reason);
      if (refusal) throw new Refused(refusal);
      const recording = { writer, actor: actorOf(context), at: context.now };
      await recordChange(recording, {
        entry: existing,
        version: existing.version,
        state: "removed",
        content: existing.content,
        reason: input.reason.trim(),
      });
      return {
        ok: true as const,
        patientId: existing.patientId,
        entryId: existing.id,
        version: existing.version + 1,
        state: "removed" as const,
        warnings: [],
      };
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    if (error instanceof StaleVersionError) return notFound;
    throw error;
  }
}

async function whyNotRemovable(writer: Writer, entry: Entry, reason: string): Promise<Refusal | null> {
  if (!formById(entry.form).repeating || !transition(entry.state, "removed"))
    return { ok: false, reason: "not-allowed", message: "This form is corrected, not removed." };
  if (!reason.trim())
    return { ok: false, reason: "reason-needed", message: "Give a reason for removing the entry." };
  if (entry.form !== "therapy") return null;
  const assessments = await formEntries(writer, "assessment", entry.patientId);
  return assessments.some((assessment) => assessment.content.values.line === entry.id)
    ? {
        ok: false,
        reason: "not-allowed",
        message: "Assessments refer to this line: remove or move them first.",
      }
    : null;
}
