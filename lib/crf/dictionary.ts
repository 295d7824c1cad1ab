import type { PatientCheck } from "./check";
import { columnName } from "./columns";
import { conditionText } from "./condition";
import {
  type Field,
  fieldsOf,
  type FormDefinition,
  type ScalarField,
  takesMissingReason,
  unitsOf,
} from "./define";

/** One row of the data dictionary: everything the codebook says of a field, in words. */
export type DictionaryRow = {
  readonly form: string;
  readonly variable: string;
  readonly section: string;
  readonly label: string;
  readonly kind: string;
  readonly codes: string;
  readonly unit: string;
  readonly range: string;
  readonly required: string;
  readonly condition: string;
  readonly missing: string;
  readonly checks: string;
  readonly note: string;
};

export const dictionaryColumns = [
  "form",
  "variable",
  "section",
  "label",
  "kind",
  "codes",
  "unit",
  "range",
  "required",
  "condition",
  "missing",
  "checks",
  "note",
] as const satisfies readonly (keyof DictionaryRow)[];

/** The data dictionary of a form: a row for each field and for each field of its groups. */
export function dictionary(
  form: FormDefinition,
  patientChecks: readonly PatientCheck[] = [],
): DictionaryRow[] {
  const label = (key: string) => form.fields[key]?.label ?? key;
  return fieldsOf(form).flatMap(([key, field]) => {
    const common = {
      form: form.id,
      condition: conditionText(field.when, label),
      checks: checksText(form, key, patientChecks),
    };
    const own = { ...common, ...describe(key, field) };
    if (field.kind !== "group") return [own];
    return [
      own,
      ...Object.entries(field.fields).map(([inner, definition]) => ({
        ...common,
        checks: "",
        ...describe(`${key}.${inner}`, definition),
        section: field.label,
      })),
    ];
  });
}

function describe(key: string, field: Field): Omit<DictionaryRow, "form" | "condition" | "checks"> {
  return {
    variable: columnName(key),
    section: field.section ?? "",
    label: field.label,
    kind: kindText(field),
    codes:
      field.kind === "choice" || field.kind === "choices"
        ? field.codes.map((item) => `${item.code}, ${item.label}`).join(" | ")
        : "",
    unit: field.kind === "number" ? unitText(field) : "",
    range: rangeText(field),
    required: field.optional ? "no" : "yes",
    missing: takesMissingReason(field) && !key.includes(".") ? "yes" : "no",
    note: field.note ?? "",
  };
}

function kindText(field: Field): string {
  if (field.kind === "date") return field.partial ? "date (full or partial)" : "date";
  if (field.kind === "group") return "repeating group";
  if (field.kind === "text" && field.reference)
    return `key of a ${field.reference === "site" ? "site" : "therapy line"}`;
  return field.kind;
}

function unitText(field: Extract<ScalarField, { kind: "number" }>): string {
  if (field.unitOf) return `as ${columnName(field.unitOf)}`;
  return unitsOf(field)
    .map((unit) => (unit === field.unit ? unit : `${unit} (× ${field.units?.[unit]} ${field.unit})`))
    .join(" | ");
}

function rangeText(field: Field): string {
  switch (field.kind) {
    case "text":
      return `≤ ${field.maxLength} characters`;
    case "number":
      return `${field.min} to ${field.max}${field.step ? `, step ${field.step}` : ""}`;
    case "choices":
      return field.most ? `≤ ${field.most}` : "";
    case "group":
      return `≤ ${field.most} rows`;
    default:
      return "";
  }
}

function checksText(form: FormDefinition, key: string, patientChecks: readonly PatientCheck[]): string {
  const own = form.checks.filter((check) => check.field === key);
  const across = patientChecks.filter(
    (check) =>
      (check.form === form.id && check.field === key) ||
      (check.than.form === form.id && check.than.field === key),
  );
  return [...own, ...across].map((check) => `${check.severity}: ${check.message}`).join(" ");
}
