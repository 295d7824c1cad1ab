"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { EntryContent } from "../../crf/define";
import { takeCarried } from "./announcement";
import { ConflictPanel } from "./conflict-panel";
import { EntryFields } from "./entry-fields";
import classes from "./entry-form.module.css";
import { EntryStateProvider } from "./entry-state";
import { ErrorSummary } from "./error-summary";
import notice from "./notice.module.css";
import { RemoveEntry } from "./remove-entry";
import type { Remove, Save, Stored } from "./save";
import { SaveBar } from "./save-bar";
import { SectionNav } from "./section-nav";
import { sectionsOf } from "./sections";
import { typedContent } from "./typed-content";
import { type EntryFormInput, useEntryForm } from "./use-entry-form";
import { useLeaveGuard } from "./use-leave-guard";
import { useLesionCopy } from "./use-lesion-copy";
import { type Intent, useSave } from "./use-save";

type EntryFormProps = EntryFormInput & {
  readonly patientId: string | null;
  /** The name of the person at the form. */
  readonly who: string;
  readonly save: Save;
  /** Present where the entry may be removed. */
  readonly remove?: Remove;
};

const nothing = () => () => undefined;
const useHydrated = () =>
  useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );

/** A form in hand: its fields, what stands in the way, and the bar that saves it. */
export function EntryForm(props: EntryFormProps) {
  const [latest, setLatest] = useState(props.stored);
  const stored = standing(latest, props.stored);
  const [opened, setOpened] = useState<EntryContent>(props.content);
  const [reason, setReason] = useState("");
  const [reasonError, setReasonError] = useState<string>();
  const reasonInput = useRef<HTMLInputElement>(null);
  const isHydrated = useHydrated();
  const entryForm = useEntryForm({ ...props, stored });
  const { state, checked, isDirty } = entryForm;
  const saving = useSave({
    entryForm,
    patientId: props.patientId,
    stored,
    save: props.save,
    who: props.who,
    onStored: (saved) => {
      setLatest(saved);
      setOpened(checked.content);
      setReason("");
      setReasonError(undefined);
    },
    onReasonNeeded: () => {
      setReasonError("The entry was complete: give a reason for the change.");
      requestAnimationFrame(() => reasonInput.current?.focus());
    },
  });
  const { submit, say, failure, conflict } = saving;
  const save = (intent: Intent) => void submit(intent, reason);

  useLeaveGuard(isDirty);
  useLesionCopy(entryForm);
  useEffect(() => {
    const carried = takeCarried();
    if (carried) say(carried);
  }, [say]);
  useSaveShortcut(() => save(stored?.state === "complete" ? "complete" : "draft"));

  const settle = (content: EntryContent) => {
    if (!conflict) return;
    setLatest(conflict);
    setOpened(conflict.content);
    entryForm.reset(typedContent(state.form, conflict.content));
    const typed = typedContent(state.form, content);
    for (const key of Object.keys(typed.values)) {
      entryForm.setValue(`values.${key}`, typed.values[key] ?? "", { shouldDirty: true });
      entryForm.setValue(`missing.${key}`, typed.missing[key] ?? "", { shouldDirty: true });
      entryForm.setValue(`units.${key}`, typed.units[key] ?? "", { shouldDirty: true });
    }
    saving.settleConflict();
  };
  const sections = sectionsOf(state.form, state.typed.values);

  return (
    <EntryStateProvider state={state}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => event.preventDefault()}
        aria-label={state.form.title}
      >
        <noscript>
          <p>Entering data needs JavaScript. Reading works without it.</p>
        </noscript>
        {failure?.kind === "issues" && (
          <ErrorSummary form={state.form} issues={failure.issues} target={failure.target} />
        )}
        {failure?.kind === "message" && (
          <div className={notice.notice} data-tone="error" role="alert">
            <p className={notice.text}>{failure.message} Nothing you typed is lost.</p>
            <div className={notice.buttons}>
              {failure.signedOut && (
                <Button component="a" href="/sign-in" target="_blank" rel="noopener" variant="default">
                  Sign in, in a new tab
                </Button>
              )}
              <Button variant="default" onClick={() => save(failure.intent)}>
                Try again
              </Button>
            </div>
          </div>
        )}
        {conflict && (
          <ConflictPanel
            form={state.form}
            conflict={conflict}
            opened={opened}
            mine={checked.content}
            names={props.names}
            onSettle={settle}
          />
        )}
        <div className={classes.layout} data-nav={sections.length > 1 || undefined}>
          <SectionNav sections={sections} />
          <fieldset className={classes.fields} disabled={!isHydrated}>
            <EntryFields />
          </fieldset>
        </div>
        {stored && props.remove && (
          <div className={classes.foot}>
            <RemoveEntry
              formId={props.formId}
              stored={stored}
              remove={props.remove}
              onRemoved={() =>
                saving.leaveFor(`/patients/${props.patientId}`, `${state.form.title} removed.`)
              }
            />
          </div>
        )}
        <SaveBar
          formId={props.formId}
          stored={stored}
          isDirty={isDirty}
          isPending={saving.isPending}
          isReady={isHydrated}
          message={saving.message}
          reason={reason}
          reasonError={reasonError}
          reasonInput={reasonInput}
          onReason={setReason}
          onSave={save}
        />
      </form>
    </EntryStateProvider>
  );
}

/** What this form was opened with or saved last. A newer version on the server's page is never taken up: its content is not in these boxes. */
function standing(own: Stored | null, page: Stored | null): Stored | null {
  return own && page && own.entryId === page.entryId && own.version === page.version ? page : own;
}

function useSaveShortcut(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
