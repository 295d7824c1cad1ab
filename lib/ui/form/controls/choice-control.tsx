import { Button, Input, MultiSelect, NativeSelect, Radio, Select } from "@mantine/core";
import type { Code } from "../../../crf/codelist";
import { holds } from "../../../crf/condition";
import type { ChoiceField, ChoicesField } from "../../../crf/define";
import { type ControlProps, fieldId, textOf, wiring } from "./control";
import classes from "./control.module.css";

const mostRadios = 5;

type Choosing = Pick<ControlProps<ChoiceField>, "field" | "value" | "answers">;

/** The codes that may be chosen now, and the one that was. */
function openCodes({ field, value, answers }: Choosing): readonly Code[] {
  return field.codes.filter((code) => code.code === value || holds(code.when, answers));
}

/** True where a choice is shown as radio buttons: a group with a label of its own. */
export function isRadioChoice(choosing: Choosing): boolean {
  return openCodes(choosing).length <= mostRadios;
}

const options = (codes: readonly Code[]) => codes.map(({ code, label }) => ({ value: code, label }));

/** One of a few codes: radio buttons up to five, a list to search above, a plain list in a table. */
export function ChoiceControl(props: ControlProps<ChoiceField>) {
  const codes = openCodes(props);
  const few = codes.length <= mostRadios;
  if (few && !props.compact) return <Radios {...props} codes={codes} />;
  if (few)
    return (
      <NativeSelect
        {...wiring(props)}
        value={textOf(props.value)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        data={[{ value: "", label: "Choose" }, ...options(codes)]}
      />
    );
  return (
    <Select
      {...wiring(props)}
      aria-label={props.label}
      value={textOf(props.value) || null}
      onChange={(code) => props.onChange(code ?? "")}
      data={options(codes)}
      searchable
      clearable={!props.compact && !props.disabled}
      clearButtonProps={{ "aria-label": `Clear ${props.label}` }}
      nothingFoundMessage="No match"
      withScrollArea={false}
      classNames={{ options: classes.options ?? "" }}
      selectFirstOptionOnChange
    />
  );
}

function Radios(props: ControlProps<ChoiceField> & { readonly codes: readonly Code[] }) {
  const { name, value, codes, description, error, disabled, onChange, onBlur } = props;
  const id = fieldId(name);
  const describedBy = [description ? `${id}-description` : "", error ? `${id}-error` : ""].join(" ").trim();
  return (
    <div>
      <div
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        className={classes.radios}
        onBlur={onBlur}
      >
        {codes.map(({ code, label }, index) => (
          <Radio
            key={code}
            id={index === 0 ? id : `${id}-${index}`}
            name={name}
            value={code}
            label={label}
            checked={value === code}
            onChange={() => onChange(code)}
            disabled={disabled}
            error={Boolean(error)}
            classNames={{ radio: classes.radio ?? "" }}
          />
        ))}
        {textOf(value) !== "" && !disabled && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            onClick={() => {
              onChange("");
              document.getElementById(id)?.focus();
            }}
            aria-label={`Clear ${props.label}`}
          >
            Clear
          </Button>
        )}
      </div>
      {description && <Input.Description id={`${id}-description`}>{description}</Input.Description>}
      {error && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
    </div>
  );
}

/** Several codes of a list, at most as many as the field takes. */
export function ChoicesControl(props: ControlProps<ChoicesField>) {
  const { field, value, onChange, answers } = props;
  const chosen = Array.isArray(value) ? value.filter((code) => typeof code === "string") : [];
  const codes = field.codes.filter((code) => chosen.includes(code.code) || holds(code.when, answers));
  return (
    <MultiSelect
      {...wiring(props)}
      aria-label={props.label}
      value={chosen}
      onChange={onChange}
      data={options(codes)}
      {...(field.most === undefined ? {} : { maxValues: field.most })}
      searchable
      hidePickedOptions
      nothingFoundMessage="No match"
      withScrollArea={false}
      classNames={{ options: classes.options ?? "" }}
      selectFirstOptionOnChange
    />
  );
}
