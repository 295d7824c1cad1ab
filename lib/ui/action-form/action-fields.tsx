"use client";

import { Checkbox, NativeSelect, PasswordInput, Radio, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./action-form.module.css";
import { errorOf, type FormState, listOf, textOf } from "./form-state";

type FieldProps = {
  readonly form: string;
  readonly state: FormState;
  readonly name: string;
  readonly label: string;
  readonly note?: string;
};

type TextProps = FieldProps & {
  readonly stored?: string;
  readonly autoComplete?: string;
  readonly maxLength?: number;
};

/** One line of text. */
export function TextLine({ form, state, name, label, note, stored, autoComplete, maxLength }: TextProps) {
  return (
    <TextInput
      id={`${form}-${name}`}
      name={name}
      label={label}
      description={note}
      defaultValue={textOf(state, name, stored)}
      error={errorOf(state, name)}
      autoComplete={autoComplete ?? "off"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={maxLength}
    />
  );
}

/** A password; never given back. */
export function PasswordLine({
  form,
  state,
  name,
  label,
  note,
  fresh = true,
}: FieldProps & { readonly fresh?: boolean }) {
  return (
    <PasswordInput
      id={`${form}-${name}`}
      name={name}
      label={label}
      description={note}
      error={errorOf(state, name)}
      autoComplete={fresh ? "new-password" : "current-password"}
      maxLength={200}
      visibilityToggleButtonProps={{ "aria-label": "Show what is typed", tabIndex: 0 }}
    />
  );
}

type Choice = { readonly value: string; readonly label: string; readonly note?: string };

type ChoiceProps = FieldProps & { readonly choices: readonly Choice[] };

/** One of a few codes, from a list that opens. */
export function SelectLine({
  form,
  state,
  name,
  label,
  note,
  choices,
  stored,
}: ChoiceProps & { readonly stored?: string }) {
  return (
    <NativeSelect
      id={`${form}-${name}`}
      name={name}
      label={label}
      description={note}
      defaultValue={textOf(state, name, stored)}
      error={errorOf(state, name)}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
    />
  );
}

/** One of two or three ways, each with what it means. */
export function RadioLines({ form, state, name, label, choices }: ChoiceProps) {
  return (
    <ChoiceSet form={form} state={state} name={name} label={label}>
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          name={name}
          value={choice.value}
          label={choice.label}
          description={choice.note}
          defaultChecked={textOf(state, name) === choice.value}
        />
      ))}
    </ChoiceSet>
  );
}

/** Any of some codes. */
export function CheckLines({
  form,
  state,
  name,
  label,
  note,
  choices,
  stored,
}: ChoiceProps & { readonly stored?: readonly string[] }) {
  const chosen = listOf(state, name, stored);
  return (
    <ChoiceSet form={form} state={state} name={name} label={label} note={note}>
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          name={name}
          value={choice.value}
          label={choice.label}
          defaultChecked={chosen.includes(choice.value)}
        />
      ))}
    </ChoiceSet>
  );
}

/** A confirmation. */
export function ConfirmLine({ form, state, name, label }: FieldProps) {
  return (
    <Checkbox
      id={`${form}-${name}`}
      name={name}
      value="yes"
      label={label}
      error={errorOf(state, name)}
      defaultChecked={textOf(state, name) === "yes"}
    />
  );
}

function ChoiceSet({
  form,
  state,
  name,
  label,
  note,
  children,
}: Omit<FieldProps, "note"> & { readonly note?: string | undefined; readonly children: ReactNode }) {
  const error = errorOf(state, name);
  const [noteId, errorId] = [`${form}-${name}-note`, `${form}-${name}-error`];
  const described = [note ? noteId : "", error ? errorId : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      id={`${form}-${name}`}
      tabIndex={-1}
      className={classes.choices}
      aria-describedby={described || undefined}
    >
      <legend>{label}</legend>
      {note ? (
        <p id={noteId} className={classes.note}>
          {note}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={errorId} className={classes.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
