"use client";

import type { Field } from "../crf/define";
import { ChoiceControl, ChoicesControl } from "./form/controls/choice-control";
import type { ControlProps } from "./form/controls/control";
import { DateControl } from "./form/controls/date-control";
import { GroupControl } from "./form/controls/group-control";
import { NumberControl } from "./form/controls/number-control";
import { TextControl } from "./form/controls/text-control";

type FieldControlProps = ControlProps & {
  readonly unit?: { readonly chosen: string; readonly onChoose: (unit: string) => void };
  /** The unit of a number that is written in another field's unit. */
  readonly unitText?: string;
};

/** The control of a field: the one switch over the field kinds. */
export function FieldControl({ unit, unitText, ...props }: FieldControlProps) {
  const field: Field = props.field;
  switch (field.kind) {
    case "text":
      return <TextControl {...props} field={field} />;
    case "number":
      return (
        <NumberControl
          {...props}
          field={field}
          unit={unit}
          {...(unitText === undefined ? {} : { unitText })}
        />
      );
    case "choice":
      return <ChoiceControl {...props} field={field} />;
    case "choices":
      return <ChoicesControl {...props} field={field} />;
    case "date":
      return <DateControl {...props} field={field} />;
    case "group":
      return <GroupControl {...props} field={field} cell={FieldControl} />;
    default:
      return field satisfies never;
  }
}
