import { labelOf, missingReasons } from "../../crf/codelist";
import type { EntryContent, Field, FormDefinition, ScalarField } from "../../crf/define";
import { dateText, isPartialDate } from "../../crf/partial-date";
import { hasUnits } from "./typed-content";

export type Names = {
  readonly lines: readonly { readonly id: string; readonly label: string }[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
};

/** One value as it is read: labels for codes, `14 Mar 2009` for dates, an empty text for nothing. */
export function valueText(field: ScalarField, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.map((item) => valueText(field, item, names)).join(", ");
  const text = String(value as string | number);
  if (field.kind === "choice" || field.kind === "choices") return labelOf(field.codes, text);
  if (field.kind === "date") return isPartialDate(text) ? dateText(text) : text;
  if (field.kind === "text" && field.reference === "therapy")
    return names.lines.find((line) => line.id === text)?.label ?? text;
  if (field.kind === "text" && field.reference === "site")
    return names.sites.find((site) => site.id === text)?.name ?? text;
  return text;
}

/** What an entry says to one field: its value with its unit, or why it is missing. */
export function answerText(form: FormDefinition, key: string, content: EntryContent, names: Names): string {
  const field = form.fields[key];
  if (!field) return "";
  const reason = content.missing[key];
  if (reason) return `Missing: ${labelOf(missingReasons, reason)}`;
  if (field.kind === "group") return groupText(field.fields, content.values[key], names);
  const text = valueText(field, content.values[key], names);
  const unit = text && field.kind === "number" ? unitText(form, key, content) : "";
  return unit ? `${text} ${unit}` : text;
}

function unitText(form: FormDefinition, key: string, content: EntryContent): string {
  const field = form.fields[key];
  if (field?.kind !== "number") return "";
  if (field.unitOf !== undefined) return unitText(form, field.unitOf, content);
  return hasUnits(field) ? (content.units[key] ?? field.unit ?? "") : (field.unit ?? "");
}

function groupText(fields: Readonly<Record<string, Field>>, rows: unknown, names: Names): string {
  if (!Array.isArray(rows)) return "";
  return rows
    .map((row: Readonly<Record<string, unknown>>) =>
      Object.entries(fields)
        .map(([key, field]) => (field.kind === "group" ? "" : valueText(field, row[key], names)))
        .filter(Boolean)
        .join(" "),
    )
    .join("; ");
}
