"use client";

import { NativeSelect, TextInput, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useController } from "react-hook-form";
import { missingReasons } from "../../crf/codelist";
import { type Field, type FormDefinition, type NumberField, takesMissingReason } from "../../crf/define";
import { FieldControl } from "../field";
import { isRadioChoice } from "./controls/choice-control";
import { fieldId } from "./controls/control";
import { useEntryState } from "./entry-state";
import classes from "./field-row.module.css";
import { companionsOf, sectionsOf } from "./sections";
import { hasUnits, isEmptyAnswer, type TypedContent, type TypedValue } from "./typed-content";

/** A field with everything that belongs to it: label, control, unit, limits of normal, note, missing reason, history, error. */
export function FieldRow({ name, field }: { readonly name: string; readonly field: Field }) {
  const { form } = useEntryState();
  const companions = companionsOf(form, name);
  if (companions.length === 0) return <OneField name={name} field={field} />;
  return (
    <div className={classes.beside}>
      <OneField name={name} field={field} />
      {companions.map((key) => {
        const companion = form.fields[key];
        return companion ? <OneField key={key} name={key} field={companion} of={field.label} /> : null;
      })}
    </div>
  );
}

type OneFieldProps = { readonly name: string; readonly field: Field; readonly of?: string };

function OneField({ name, field, of }: OneFieldProps) {
  const { stored } = useEntryState();
  const isAllocated = field.kind === "text" && field.allocated;
  if (isAllocated || (field.fixed && stored)) return <FixedField name={name} field={field} />;
  return <OpenField name={name} field={field} {...(of === undefined ? {} : { of })} />;
}

function FixedField({ name, field }: OneFieldProps) {
  const { typed, names } = useEntryState();
  const value = typed.values[name];
  const text = typeof value === "string" ? value : "";
  const site =
    field.kind === "text" && field.reference === "site" && names.sites.find(({ id }) => id === text);
  return (
    <div className={classes.field}>
      <Head name={name} field={field} />
      <TextInput
        id={fieldId(name)}
        readOnly
        variant="filled"
        value={site ? `${site.name} (${site.id})` : text || "Not allocated yet"}
        description={field.note}
        inputWrapperOrder={["input", "description"]}
        className={classes.short}
      />
    </div>
  );
}

function OpenField({ name, field, of }: OneFieldProps) {
  const state = useEntryState();
  const { control, touch, typed } = state;
  const answer = useController({ control, name: `values.${name}` }).field;
  const reason = useController({ control, name: `missing.${name}` }).field;
  const unit = useController({ control, name: `units.${name}` }).field;
  const value: TypedValue = answer.value ?? "";
  const isMissing = typeof reason.value === "string" && reason.value !== "";
  const giveReason = (code: string) => {
    reason.onChange(code);
    if (code) answer.onChange(field.kind === "choices" ? [] : "");
  };
  return (
    <div className={classes.field} data-kind={field.kind} data-field={name}>
      <Head name={name} field={field} {...(of === undefined ? {} : { of })} />
      <FieldControl
        name={name}
        field={field}
        label={of === undefined ? field.label : `${field.label} of ${of.toLowerCase()}`}
        value={value}
        onChange={answer.onChange}
        onBlur={() => {
          answer.onBlur();
          touch(name);
        }}
        disabled={isMissing}
        description={useDescription(name, field)}
        error={state.problems.get(name)}
        compact={false}
        names={state.names}
        today={state.today}
        answers={typed.values}
        {...unitProps(state, name, field)}
        {...(hasUnits(field)
          ? { unit: { chosen: typeof unit.value === "string" ? unit.value : "", onChoose: unit.onChange } }
          : {})}
      />
      {takesMissingReason(field) && (
        <MissingReason
          label={field.label}
          reason={isMissing ? reason.value : ""}
          onReason={giveReason}
          answered={!isEmptyAnswer(value)}
        />
      )}
    </div>
  );
}

function unitProps(state: ReturnType<typeof useEntryState>, name: string, field: Field) {
  if (field.kind !== "number" || field.unitOf === undefined) return {};
  const holder = state.form.fields[field.unitOf];
  const own = holder?.kind === "number" ? (holder.unit ?? "") : "";
  return { unitText: state.typed.units[field.unitOf] || own };
}

function Head({ name, field, of }: OneFieldProps) {
  const { changedFields, form, typed } = useEntryState();
  const id = fieldId(name);
  const text: ReactNode = (
    <>
      {field.label}
      {of !== undefined && <VisuallyHidden> of {of.toLowerCase()}</VisuallyHidden>}
    </>
  );
  const isOptional = field.optional && of === undefined && !("allocated" in field) && field.kind !== "group";
  const isRepeated = isHeadedBySection(form, name, typed.values);
  const className = isRepeated ? classes.hidden : classes.label;
  const several =
    field.kind === "group" ||
    field.kind === "date" ||
    (field.kind === "choice" &&
      isRadioChoice({ field, value: typed.values[name] ?? "", answers: typed.values }));
  return (
    <div className={classes.head}>
      {several ? (
        <span id={`${id}-label`} className={className}>
          {text}
        </span>
      ) : (
        <label id={`${id}-label`} htmlFor={id} className={className}>
          {text}
        </label>
      )}
      {isOptional && <span className={classes.optional}>optional</span>}
      {changedFields.includes(name) && (
        <a href={`#history-${name}`} className={classes.history}>
          History<VisuallyHidden> of {field.label.toLowerCase()}</VisuallyHidden>
        </a>
      )}
    </div>
  );
}

/** True for the one field of a section that has its name: the heading says it already. */
function isHeadedBySection(form: FormDefinition, name: string, values: TypedContent["values"]): boolean {
  const section = sectionsOf(form, values).find(({ keys }) => keys.includes(name));
  return section?.keys.length === 1 && section.title === form.fields[name]?.label;
}

/** The note, the warnings, and where a value stands against its limits of normal; null where there is nothing to say. */
function useDescription(name: string, field: Field): ReactNode {
  const { warnings, form, typed } = useEntryState();
  const warning = warnings.get(name);
  const standing = field.kind === "number" ? standingOf(form, name, typed.values) : "";
  if (!field.note && !standing && !warning) return null;
  return (
    <>
      {field.note && <span className={classes.note}>{field.note}</span>}
      {standing && <span className={classes.standing}>{standing}</span>}
      {warning && (
        <span className={classes.warning}>
          <strong>Check:</strong> {warning}
        </span>
      )}
    </>
  );
}

const figure = (value: TypedValue | undefined) =>
  typeof value === "string" && /^\d+(?:[.,]\d+)?$/.test(value.trim())
    ? Number(value.trim().replace(",", "."))
    : null;

function standingOf(
  form: { readonly fields: Readonly<Record<string, Field>> },
  name: string,
  values: Readonly<Record<string, TypedValue>>,
): string {
  const value = figure(values[name]);
  const of = (suffix: string): number | null => {
    const limit: NumberField | undefined = numberField(form.fields[`${name}${suffix}`]);
    return limit?.unitOf === name ? figure(values[`${name}${suffix}`]) : null;
  };
  const [lower, upper] = [of("Lln"), of("Uln")];
  if (value === null) return "";
  if (lower !== null && value < lower) return "Below the lower limit of normal.";
  return upper !== null && value > upper ? "Above the upper limit of normal." : "";
}

const numberField = (field: Field | undefined) => (field?.kind === "number" ? field : undefined);

type MissingReasonProps = {
  readonly label: string;
  readonly reason: string;
  readonly onReason: (code: string) => void;
  readonly answered: boolean;
};

function MissingReason({ label, reason, onReason, answered }: MissingReasonProps) {
  const [isOpen, setOpen] = useState(false);
  if (answered && !reason) return null;
  if (!isOpen && !reason)
    return (
      <button type="button" className={classes.why} onClick={() => setOpen(true)}>
        Why missing?<VisuallyHidden> {label}</VisuallyHidden>
      </button>
    );
  return (
    <NativeSelect
      className={classes.reason}
      size="xs"
      autoFocus={isOpen && !reason}
      aria-label={`Why is ${label} missing?`}
      value={reason}
      onChange={(event) => onReason(event.currentTarget.value)}
      data={[
        { value: "", label: reason ? "Not missing: enter a value" : "Why missing?" },
        ...missingReasons.map(({ code, label: text }) => ({ value: code, label: text })),
      ]}
    />
  );
}
