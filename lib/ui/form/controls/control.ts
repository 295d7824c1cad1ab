import type { ReactNode } from "react";
import type { Field } from "../../../crf/define";
import type { Names } from "../value-text";
import type { TypedValue } from "../typed-content";

/** What every control is given, whatever the kind of its field. */
export type ControlProps<F extends Field = Field> = {
  /** `haemoglobin`, or `lesions.0.diameter` in a group. */
  readonly name: string;
  readonly field: F;
  /** The accessible name where no label is visible beside the control: `Organ of lesion 1`. */
  readonly label: string;
  readonly value: TypedValue;
  readonly onChange: (value: TypedValue) => void;
  readonly onBlur: () => void;
  readonly disabled: boolean;
  readonly description: ReactNode;
  readonly error: string | undefined;
  /** In a cell of a table: no visible label, no spare room. */
  readonly compact: boolean;
  readonly names: Names;
  readonly today: string;
  /** The answers that conditions of codes read. */
  readonly answers: Readonly<Record<string, unknown>>;
};

/** The id of a field's first control: where the error summary leads. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(".", "-")}`;
}

const order = ["input", "description", "error"] as const;

/** The props by which a Mantine input is tied to its label, its description and its error. */
export function wiring({ name, label, description, error, compact, disabled, onBlur }: ControlProps) {
  return {
    id: fieldId(name),
    description,
    error,
    disabled,
    onBlur,
    inputWrapperOrder: [...order],
    "aria-label": compact ? label : undefined,
  };
}

/** The text of an answer that is one text. */
export function textOf(value: TypedValue): string {
  return typeof value === "string" ? value : "";
}
