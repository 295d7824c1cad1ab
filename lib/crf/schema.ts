import { z } from "zod";
import { failures, type Failure } from "./check";
import { type MissingReason, missingReasonCodes } from "./codelist";
import { holds } from "./condition";
import {
  type EntryContent,
  type Field,
  fieldsOf,
  type FormDefinition,
  type NumberField,
  type ScalarField,
  takesMissingReason,
  unitsOf,
} from "./define";
import { typedDate } from "./partial-date";
import { canonicalNumber } from "./units";

const emptyToNull = (value: unknown) =>
  value === undefined || value === "" || value === null ? null : value;

const decimal = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A number as typed: a decimal point or comma, never a thousands separator; empty is null, never 0. */
const typedNumber = z.preprocess(
  (value) => {
    if (typeof value !== "string") return emptyToNull(value);
    const trimmed = value.trim();
    if (trimmed === "") return null;
    return decimal.test(trimmed) ? Number(trimmed.replace(",", ".")) : Number.NaN;
  },
  z.number({ error: "This is not a number." }).nullable(),
);

function scalarSchema(field: ScalarField, today: string): z.ZodType {
  switch (field.kind) {
    case "text":
      return z.preprocess(
        (value) => (typeof value === "string" ? emptyToNull(value.trim()) : emptyToNull(value)),
        z
          .string()
          .max(field.maxLength, `At most ${field.maxLength.toLocaleString("en")} characters.`)
          .nullable(),
      );
    case "number":
      return typedNumber;
    case "choice":
      return z.preprocess(emptyToNull, oneOf(field.codes.map((item) => item.code)).nullable());
    case "choices":
      return z.preprocess(
        (value) => (Array.isArray(value) && value.length === 0 ? null : emptyToNull(value)),
        z.array(oneOf(field.codes.map((item) => item.code))).nullable(),
      );
    case "date":
      return z
        .preprocess(emptyToNull, z.string({ error: "This is not a date." }).nullable())
        .transform((value, context) => {
          if (value === null) return null;
          const typed = typedDate(value, today);
          if (typed.ok && (field.partial || typed.date.length === 10)) return typed.date;
          context.addIssue({ code: "custom", message: typed.ok ? "Give the full date." : typed.reason });
          return z.NEVER;
        });
  }
}

const oneOf = (codes: readonly string[]) =>
  z.string().refine((value) => codes.includes(value), { error: "This is not one of the choices." });

function fieldSchema(field: Field, today: string): z.ZodType {
  if (field.kind !== "group") return scalarSchema(field, today);
  const item = z.object(
    Object.fromEntries(
      Object.entries(field.fields).map(([key, inner]) => [key, scalarSchema(inner, today).default(null)]),
    ),
  );
  return z.preprocess(
    (value) => emptyToNull(value) ?? [],
    z.array(item).max(field.most, `At most ${field.most}.`),
  );
}

/** What any save must satisfy: every value well-formed, everything optional. Unknown keys are dropped. `today` is an ISO date. */
export function draftSchema(form: FormDefinition, today: string): z.ZodType<EntryContent> {
  const fields = fieldsOf(form);
  const reasons = fields.filter(([, field]) => takesMissingReason(field)).map(([key]) => key);
  const units = fields.filter(([, field]) => field.kind === "number" && unitsOf(field).length > 1);
  const schema = z.object({
    values: z.object(Object.fromEntries(fields.map(([key, field]) => [key, fieldSchema(field, today)]))),
    missing: z
      .object(
        Object.fromEntries(
          reasons.map((key) => [
            key,
            z.preprocess(emptyToNull, oneOf(missingReasonCodes).nullable()).optional(),
          ]),
        ),
      )
      .transform(withoutEmpty),
    units: z
      .object(
        Object.fromEntries(
          units.map(([key, field]) => [
            key,
            z.preprocess(emptyToNull, oneOf(unitsOf(field as NumberField)).nullable()).optional(),
          ]),
        ),
      )
      .transform(withoutEmpty),
  });
  return schema as unknown as z.ZodType<EntryContent>; // the shape is built from the form, which the compiler cannot follow
}

function withoutEmpty(record: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** What a complete entry must satisfy: the draft's, and every required field answered, every range and hard check kept. */
export function completeSchema(form: FormDefinition, today: string): z.ZodType<EntryContent> {
  return draftSchema(form, today).superRefine((content, context) => {
    for (const { field, message } of [
      ...incompleteFields(form, content),
      ...hardFailures(form, content, today),
    ])
      context.addIssue({ code: "custom", message, path: ["values", ...field.split(".")] });
  });
}

export type FieldIssue = { readonly field: string; readonly message: string };

const unanswered = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** The required fields that have neither a value nor a missing reason; a group's as `group.index.field`. */
export function incompleteFields(form: FormDefinition, content: EntryContent): FieldIssue[] {
  return fieldsOf(form).flatMap(([key, field]): FieldIssue[] => {
    if (!holds(field.when, content.values)) return [];
    const value = content.values[key];
    if (field.kind === "group") return incompleteItems(key, field.fields, value);
    if (field.optional || !unanswered(value) || content.missing[key]) return [];
    const message = takesMissingReason(field) ? "Enter a value, or say why it is missing." : "Enter a value.";
    return [{ field: key, message }];
  });
}

function incompleteItems(
  group: string,
  fields: Readonly<Record<string, ScalarField>>,
  items: unknown,
): FieldIssue[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: Readonly<Record<string, unknown>>, index) =>
    Object.entries(fields)
      .filter(([key, field]) => !field.optional && unanswered(item[key]))
      .map(([key]) => ({ field: `${group}.${index}.${key}`, message: "Enter a value." })),
  );
}

/** Values out of range, choices not open, and hard checks that fail. */
export function hardFailures(form: FormDefinition, content: EntryContent, today: string): FieldIssue[] {
  const ranges = fieldsOf(form).flatMap(([key, field]): FieldIssue[] => {
    if (!holds(field.when, content.values)) return [];
    if (field.kind === "group")
      return itemsOf(content.values[key]).flatMap((item, index) =>
        Object.entries(field.fields).flatMap(([inner, definition]) =>
          rangeIssues(`${key}.${index}.${inner}`, definition, item[inner], { ...content, values: item }),
        ),
      );
    return rangeIssues(key, field, content.values[key], content);
  });
  const contradictory = Object.keys(content.missing)
    .filter((key) => !unanswered(content.values[key]))
    .map((field) => ({ field, message: "There is a value and a reason why it is missing: keep one." }));
  return [
    ...ranges,
    ...contradictory,
    ...checkFailures(form, content, today).filter((failure) => failure.severity === "hard"),
  ];
}

const itemsOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value : [];

/** Soft checks that fail: shown, and saved all the same. */
export function softFailures(form: FormDefinition, content: EntryContent, today: string): Failure[] {
  return checkFailures(form, content, today).filter((failure) => failure.severity === "soft");
}

function checkFailures(form: FormDefinition, content: EntryContent, today: string): Failure[] {
  return failures(form.checks, content.values, today).filter((failure) =>
    holds(form.fields[failure.field]?.when, content.values),
  );
}

function rangeIssues(key: string, field: ScalarField, value: unknown, content: EntryContent): FieldIssue[] {
  if (
    field.kind === "choices" &&
    Array.isArray(value) &&
    field.most !== undefined &&
    value.length > field.most
  )
    return [{ field: key, message: `At most ${field.most}.` }];
  if (field.kind === "choice") {
    const code = field.codes.find((item) => item.code === value);
    return code && !holds(code.when, content.values)
      ? [{ field: key, message: `“${code.label}” does not apply here.` }]
      : [];
  }
  if (field.kind !== "number" || typeof value !== "number") return [];
  const canonical = field.unitOf ? value : canonicalNumber(field, value, content.units[key]);
  if (canonical < field.min || canonical > field.max)
    return [
      { field: key, message: `Expected ${field.min} to ${field.max}${field.unit ? ` ${field.unit}` : ""}.` },
    ];
  if (field.step && Math.abs(value / field.step - Math.round(value / field.step)) > 1e-9)
    return [
      {
        field: key,
        message: field.step === 1 ? "Enter a whole number." : `Enter a multiple of ${field.step}.`,
      },
    ];
  return [];
}

/** An entry's content with nothing in it. */
export function emptyContent(form: FormDefinition): EntryContent {
  return {
    values: Object.fromEntries(
      fieldsOf(form).map(([key, field]) => [key, field.kind === "group" ? [] : null]),
    ),
    missing: {} satisfies Record<string, MissingReason>,
    units: {},
  };
}
