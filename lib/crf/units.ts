import { holds } from "./condition";
import { type EntryContent, type Field, fieldsOf, type FormDefinition, type NumberField } from "./define";

/** A value as entered in a unit, in the field's own unit. Twelve significant digits, so that 140 g/L is 14 g/dL and not 14.000000000000002. */
export function canonicalNumber(field: NumberField, value: number, unit: string | undefined): number {
  if (unit === undefined || unit === field.unit) return value;
  const factor = field.units?.[unit];
  if (factor === undefined) throw new RangeError(`${field.label} has no unit ${unit}`);
  return Number((value * factor).toPrecision(12));
}

/** The field whose unit a number is written in: itself, or for a limit of normal the laboratory value. */
function unitHolder(
  form: FormDefinition,
  key: string,
  field: NumberField,
): { key: string; field: NumberField } {
  const holder = field.unitOf === undefined ? undefined : form.fields[field.unitOf];
  return field.unitOf !== undefined && holder?.kind === "number"
    ? { key: field.unitOf, field: holder }
    : { key, field };
}

/** The values of an entry as analysis reads them: numbers in canonical units, fields not collected under their condition null. */
export function canonicalValues(
  form: FormDefinition,
  content: EntryContent,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fieldsOf(form).map(([key, field]) => [key, canonicalValue(form, key, field, content)]),
  );
}

function canonicalValue(form: FormDefinition, key: string, field: Field, content: EntryContent): unknown {
  const value = content.values[key] ?? null;
  if (!holds(field.when, content.values)) return field.kind === "group" ? [] : null;
  if (field.kind === "group") return value ?? [];
  if (field.kind !== "number" || typeof value !== "number") return value;
  const holder = unitHolder(form, key, field);
  return canonicalNumber(holder.field, value, content.units[holder.key]);
}
