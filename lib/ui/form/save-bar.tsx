"use client";

import { Button, TextInput } from "@mantine/core";
import type { RefObject } from "react";
import { entryStateLabels } from "../../crf/entry-state";
import { type FormId, formById } from "../../crf/forms";
import { instantText } from "../instant-text";
import { nextForm } from "./next-form";
import type { Stored } from "./save";
import classes from "./save-bar.module.css";
import type { Intent } from "./use-save";

type SaveBarProps = {
  readonly formId: FormId;
  readonly stored: Stored | null;
  readonly isDirty: boolean;
  readonly isPending: boolean;
  readonly isReady: boolean;
  readonly message: string;
  readonly reason: string;
  readonly reasonError: string | undefined;
  readonly reasonInput: RefObject<HTMLInputElement | null>;
  readonly onReason: (reason: string) => void;
  readonly onSave: (intent: Intent) => void;
};

/** The bar that stays in sight: the entry's state, the reason for a change of a complete entry, and the ways to save. */
export function SaveBar(props: SaveBarProps) {
  const { stored, isDirty, isPending, isReady, onSave } = props;
  const isComplete = stored?.state === "complete";
  const next = nextForm(props.formId);
  return (
    <div className={classes.bar} role="region" aria-label="Save">
      {isComplete && (isDirty || props.reasonError !== undefined) && (
        <TextInput
          ref={props.reasonInput}
          className={classes.reason}
          label="Reason for the change"
          description="The entry was complete; the reason is kept in its history."
          value={props.reason}
          onChange={(event) => props.onReason(event.currentTarget.value)}
          error={props.reasonError}
          maxLength={500}
          autoComplete="off"
        />
      )}
      <div className={classes.row}>
        <p className={classes.state}>
          {stateText(stored)}
          {stored && isDirty && <strong className={classes.dirty}> · changes not saved</strong>}
        </p>
        <p className={classes.message} role="status">
          {isPending ? "Saving …" : props.message}
        </p>
        <div className={classes.buttons}>
          <Button variant="default" loading={isPending} disabled={!isReady} onClick={() => onSave("draft")}>
            {isComplete ? "Back to draft" : "Save draft"}
          </Button>
          <Button
            variant={next ? "default" : "filled"}
            loading={isPending}
            disabled={!isReady}
            onClick={() => onSave("complete")}
          >
            {isComplete ? "Save" : "Complete"}
          </Button>
          {next && (
            <Button
              loading={isPending}
              disabled={!isReady}
              onClick={() => onSave("next")}
              title={`Completes this form and opens the next: ${formById(next).title.toLowerCase()}`}
            >
              Save and next
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function stateText(stored: Stored | null): string {
  if (!stored) return "New, not saved yet";
  return `${entryStateLabels[stored.state]} · version ${stored.version} · ${stored.updatedBy}, ${instantText(stored.updatedAt)}`;
}
