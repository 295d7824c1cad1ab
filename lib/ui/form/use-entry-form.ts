"use client";

import { useCallback, useMemo, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { EntryContent } from "../../crf/define";
import { type FormId, formById } from "../../crf/forms";
import type { FieldIssue } from "../../crf/schema";
import { type Checked, checkContent } from "./check-content";
import type { EntryState } from "./entry-state";
import type { Visit } from "./lesions";
import type { Stored } from "./save";
import { type TypedContent, typedContent } from "./typed-content";
import { useAfterPointer } from "./use-after-pointer";
import type { Names } from "./value-text";

export type EntryFormInput = {
  readonly formId: FormId;
  readonly content: EntryContent;
  readonly stored: Stored | null;
  readonly today: string;
  readonly names: Names;
  readonly visits: readonly Visit[];
  readonly changedFields: readonly string[];
};

/** What the server said of fields, and what stood in them then: it holds until the field is changed. */
type Said = { readonly issues: readonly FieldIssue[]; readonly of: TypedContent };

const saidNothing: Said = { issues: [], of: { values: {}, missing: {}, units: {} } };

const answerOf = (typed: TypedContent, name: string) => {
  const key = name.split(".")[0] ?? "";
  return JSON.stringify([typed.values[key], typed.missing[key], typed.units[key]]);
};

const stillTrue = (said: Said, typed: TypedContent) =>
  said.issues.filter(({ field }) => field === "" || answerOf(typed, field) === answerOf(said.of, field));

/** The state of a form in hand: what is typed, what the schemas say of it, and which of that is shown already. */
export function useEntryForm(input: EntryFormInput) {
  const form = formById(input.formId);
  const { control, reset, setValue, getValues, formState } = useForm<TypedContent>({
    defaultValues: typedContent(form, input.content),
  });
  const watched = useWatch({ control });
  const typed = watched as TypedContent; // every field has a default, so nothing is left out
  const checked = useMemo(() => checkContent(form, typed, input.today), [form, typed, input.today]);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState<"draft" | "complete" | null>(null);
  const [refused, setRefused] = useState<Said>(saidNothing);
  const [warned, setWarned] = useState<Said>(saidNothing);
  const afterPointer = useAfterPointer();
  const touch = useCallback(
    (name: string) => afterPointer(() => setTouched((names) => new Set(names).add(name))),
    [afterPointer],
  );

  const shown = [
    ...shownIssues(checked, touched, attempted),
    ...stillTrue(refused, typed).filter(({ field }) => field !== ""),
  ];
  const warnings = [...checked.warnings, ...stillTrue(warned, typed)];
  const state: EntryState = {
    formId: input.formId,
    form,
    control,
    typed,
    stored: input.stored,
    today: input.today,
    names: input.names,
    visits: input.visits,
    changedFields: input.changedFields,
    problems: new Map(shown.toReversed().map(({ field, message }) => [field, message])),
    warnings: new Map(warnings.map(({ field, message }) => [field, message])),
    touch,
  };
  return {
    state,
    checked,
    isDirty: formState.isDirty,
    reset,
    setValue,
    getValues,
    setAttempted,
    refuse: (issues: readonly FieldIssue[]) => setRefused({ issues, of: structuredClone(getValues()) }),
    warn: (issues: readonly FieldIssue[]) => setWarned({ issues, of: structuredClone(getValues()) }),
    refusedWhole: stillTrue(refused, typed).filter(({ field }) => field === ""),
  };
}

export type EntryForm = ReturnType<typeof useEntryForm>;

function shownIssues(
  checked: Checked,
  touched: ReadonlySet<string>,
  attempted: "draft" | "complete" | null,
): FieldIssue[] {
  const isTouched = ({ field }: FieldIssue) => touched.has(field);
  return [
    ...(attempted ? checked.malformed : checked.malformed.filter(isTouched)),
    ...(attempted === "complete" ? checked.failed : checked.failed.filter(isTouched)),
    ...(attempted === "complete" ? checked.incomplete : []),
  ];
}
