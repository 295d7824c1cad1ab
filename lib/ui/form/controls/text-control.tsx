import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { TextField } from "../../../crf/define";
import { type ControlProps, textOf, wiring } from "./control";

/** A text: one line or several, or a choice of the rows it refers to. */
export function TextControl(props: ControlProps<TextField>) {
  const { field, value, onChange, compact } = props;
  if (field.reference) return <ReferenceControl {...props} />;
  const common = {
    ...wiring(props),
    value: textOf(value),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
    autoComplete: "off",
  };
  return field.multiline && !compact ? (
    <Textarea {...common} autosize minRows={2} />
  ) : (
    <TextInput {...common} />
  );
}

function ReferenceControl(props: ControlProps<TextField>) {
  const { field, value, names } = props;
  const rows =
    field.reference === "therapy"
      ? names.lines.map((line) => ({ value: line.id, label: line.label }))
      : names.sites.map((site) => ({ value: site.id, label: `${site.name} (${site.id})` }));
  const chosen = textOf(value);
  const unknown = chosen !== "" && !rows.some((row) => row.value === chosen);
  return (
    <NativeSelect
      {...wiring(props)}
      value={chosen}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      data={[{ value: "", label: "Choose" }, ...rows, ...(unknown ? [{ value: chosen, label: chosen }] : [])]}
    />
  );
}
