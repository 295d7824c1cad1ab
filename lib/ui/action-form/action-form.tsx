"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import classes from "./action-form.module.css";
import { type FormAction, type FormState, freshForm } from "./form-state";

type ActionFormProps = {
  /** Begins the ids of the fields; unique on its page. */
  readonly id: string;
  readonly action: FormAction;
  readonly submit: string;
  /** For what cannot be taken back or ends somebody's work. */
  readonly grave?: boolean;
  readonly children?: (state: FormState) => ReactNode;
};

/** A plain form of a server action, with and without JavaScript: it keeps what was typed, and leads to what is wrong. */
export function ActionForm({ id, action, submit, grave = false, children }: ActionFormProps) {
  const [state, send, sending] = useActionState(action, freshForm);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.attempt > 0) told.current?.focus();
  }, [state]);
  return (
    <form id={id} action={send} className={classes.form} noValidate>
      <div ref={told} tabIndex={-1} className={classes.told}>
        {state.attempt > 0 ? <Told id={id} state={state} /> : null}
      </div>
      {/* A browser resets a form once its action has ended: new fields begin with what was sent. */}
      <div key={state.attempt} className={classes.fields}>
        {children?.(state)}
      </div>
      <div>
        <Button
          type="submit"
          loading={sending}
          variant={grave ? "outline" : "filled"}
          color={grave ? "red.9" : undefined}
          className={grave ? classes.grave : undefined}
        >
          {submit}
        </Button>
      </div>
    </form>
  );
}

function Told({ id, state }: { readonly id: string; readonly state: FormState }) {
  if (state.ok) return state.message ? <p role="status">{state.message}</p> : null;
  return (
    <div role="alert" className={classes.alert}>
      <p>{state.message ?? "Please correct:"}</p>
      {state.issues.length > 0 ? (
        <ul>
          {state.issues.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <a href={`#${id}-${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
