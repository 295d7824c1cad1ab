import { NativeSelect, TextInput } from "@mantine/core";
import { type NumberField, unitsOf } from "../../../crf/define";
import { type ControlProps, textOf, wiring } from "./control";
import classes from "./control.module.css";

type Unit = {
  readonly chosen: string;
  readonly onChoose: (unit: string) => void;
};

/** A number as typed, point or comma, with its unit beside it: a choice where there are several. */
export function NumberControl(
  props: ControlProps<NumberField> & { readonly unit?: Unit | undefined; readonly unitText?: string },
) {
  const { field, value, onChange, unit, compact } = props;
  const units = unitsOf(field);
  const unitText = props.unitText ?? field.unit;
  const input = (
    <TextInput
      {...wiring(props)}
      className={compact ? undefined : classes.number}
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: classes.figures ?? "" }}
      inputContainer={(children) => (
        <div className={classes.beside}>
          <div className={classes.grow}>{children}</div>
          {unit && units.length > 1 ? (
            <NativeSelect
              aria-label={`Unit of ${props.label}`}
              className={classes.unit}
              value={unit.chosen || (field.unit ?? "")}
              onChange={(event) => unit.onChoose(event.currentTarget.value)}
              disabled={props.disabled}
              data={[...units]}
            />
          ) : (
            unitText && !compact && <span className={classes.unitText}>{unitText}</span>
          )}
        </div>
      )}
    />
  );
  return input;
}
