import {
  fieldsOf,
  type FormDefinition,
  type GroupField,
  type ScalarField,
  takesMissingReason,
  unitsOf,
} from "./define";

/** One column of a form's table and of its tidy CSV. */
export type Column = {
  readonly name: string;
  readonly key: string;
  readonly holds: "value" | "missing" | "unit";
  readonly field: ScalarField;
};

/** `haemoglobinLln` → `haemoglobin_lln`: the name of a field's column. */
export function columnName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The columns of a form: for each scalar field its value, its missing reason and its unit as entered. `separator` parts the field from the suffix. */
export function columnsOf(form: FormDefinition, separator = "__"): Column[] {
  return fieldsOf(form).flatMap(([key, field]): Column[] => {
    if (field.kind === "group") return [];
    const name = columnName(key);
    const columns: Column[] = [{ name, key, holds: "value", field }];
    if (takesMissingReason(field))
      columns.push({ name: `${name}${separator}missing`, key, holds: "missing", field });
    if (field.kind === "number" && unitsOf(field).length > 1)
      columns.push({ name: `${name}${separator}unit`, key, holds: "unit", field });
    return columns;
  });
}

/** The columns of a repeating group inside a form. */
export function groupColumnsOf(group: GroupField): Column[] {
  return Object.entries(group.fields).map(([key, field]) => ({
    name: columnName(key),
    key,
    holds: "value",
    field,
  }));
}

/** The repeating groups of a form. */
export function groupsOf(
  form: FormDefinition,
): { readonly key: string; readonly name: string; readonly group: GroupField }[] {
  return fieldsOf(form).flatMap(([key, field]) =>
    field.kind === "group" ? [{ key, name: columnName(key), group: field }] : [],
  );
}
