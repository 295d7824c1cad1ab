"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { entryStateLabels } from "../../crf/entry-state";
import type { FieldIssue } from "../../crf/schema";
import { carry } from "./announcement";
import { obstacles } from "./check-content";
import { nextAddress } from "./next-form";
import type { Save, SaveAnswer, Stored } from "./save";
import { sentContent, typedContent } from "./typed-content";
import type { EntryForm } from "./use-entry-form";

export type Intent = "draft" | "complete" | "next";

export type Conflict = Extract<SaveAnswer, { reason: "conflict" }>["current"];

/** Why the last save did not happen. */
export type Failure =
  | { readonly kind: "issues"; readonly issues: readonly FieldIssue[]; readonly target: "draft" | "complete" }
  | {
      readonly kind: "message";
      readonly message: string;
      readonly signedOut: boolean;
      readonly intent: Intent;
    };

type SaveInput = {
  readonly entryForm: EntryForm;
  readonly patientId: string | null;
  readonly stored: Stored | null;
  readonly save: Save;
  readonly onStored: (stored: Stored) => void;
  readonly onReasonNeeded: () => void;
  readonly who: string;
};

const lost =
  "The registry did not answer: the connection is down, or the registry was updated. What you typed is still here.";

/** Saving: checks first, sends, and turns every answer into what the person sees. Nothing typed is ever lost by it. */
export function useSave({ entryForm, patientId, stored, save, onStored, onReasonNeeded, who }: SaveInput) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [message, setMessage] = useState("");
  const { state, checked } = entryForm;
  const line = typeof state.typed.values.line === "string" ? state.typed.values.line : "";

  const leaveFor = (address: string, said: string) => {
    carry(said);
    entryForm.reset(entryForm.getValues());
    router.push(address);
  };

  const saved = (answer: Extract<SaveAnswer, { ok: true }>, intent: Intent, sent: string) => {
    const said = `${state.form.title} saved: ${entryStateLabels[answer.state].toLowerCase()}.`;
    const isNew = stored === null;
    onStored({
      entryId: answer.entryId,
      version: answer.version,
      state: answer.state,
      updatedBy: who,
      updatedAt: new Date().toISOString(),
    });
    const clean = typedContent(state.form, checked.content);
    entryForm.reset(clean, { keepValues: JSON.stringify(entryForm.getValues()) !== sent });
    entryForm.refuse([]);
    entryForm.warn(answer.warnings);
    entryForm.setAttempted(null);
    const here = `/patients/${answer.patientId}/${state.formId}/${answer.entryId}`;
    if (intent === "next")
      leaveFor(
        nextAddress({ patientId: answer.patientId, form: state.formId, entryId: answer.entryId, line }),
        said,
      );
    else if (isNew && state.formId === "enrolment") leaveFor(`/patients/${answer.patientId}`, said);
    else if (isNew) {
      carry(said);
      router.replace(here);
    } else setMessage(said);
  };

  const refused = (
    answer: Extract<SaveAnswer, { ok: false }>,
    intent: Intent,
    target: "draft" | "complete",
  ) => {
    if (answer.reason === "invalid") {
      entryForm.refuse(answer.issues);
      setFailure({ kind: "issues", issues: answer.issues, target });
    } else if (answer.reason === "conflict") setConflict(answer.current);
    else {
      if (answer.reason === "reason-needed") onReasonNeeded();
      const signedOut = answer.reason === "signed-out";
      setFailure({ kind: "message", message: answer.message, signedOut, intent });
    }
  };

  const submit = async (intent: Intent, reason: string): Promise<void> => {
    if (isPending) return;
    const target = intent === "draft" ? "draft" : "complete";
    setMessage("");
    setFailure(null);
    if (intent === "next" && stored?.state === "complete" && !entryForm.isDirty && patientId)
      return router.push(nextAddress({ patientId, form: state.formId, entryId: stored.entryId, line }));
    if (target === "complete" && stored?.state === "complete" && !entryForm.isDirty)
      return setMessage("Nothing has changed.");
    entryForm.setAttempted(target);
    const issues = obstacles(checked, target);
    if (issues.length > 0) return setFailure({ kind: "issues", issues, target });
    if (stored?.state === "complete" && reason.trim() === "") return onReasonNeeded();
    setPending(true);
    const sent = JSON.stringify(entryForm.getValues());
    try {
      const answer = await save({
        form: state.formId,
        patientId,
        entryId: stored?.entryId ?? null,
        version: stored?.version ?? null,
        target,
        content: sentContent(state.form, state.typed),
        reason: reason.trim() || null,
      });
      if (answer.ok) saved(answer, intent, sent);
      else refused(answer, intent, target);
    } catch {
      setFailure({ kind: "message", message: lost, signedOut: false, intent });
    } finally {
      setPending(false);
    }
  };

  return {
    submit,
    isPending,
    failure,
    conflict,
    message,
    say: setMessage,
    settleConflict: () => setConflict(null),
    leaveFor,
  };
}
