import type { Check } from "./check";
import type { Code, MissingReason } from "./codelist";
import type { Condition } from "./condition";

/** What every field has, whatever its kind. A field is required for completion unless `optional`. */
type FieldBase = {
  readonly label: string;
  readonly note?: string;
  readonly section?: string;
  readonly optional?: boolean;
  /** Set when the entry is created, and never changed afterwards. */
  readonly fixed?: boolean;
  readonly when?: Condition;
  /** Whether a missing reason may stand for the value; true unless said. */
  readonly missing?: boolean;
};

export type TextField = FieldBase & {
  readonly kind: "text";
  readonly maxLength: number;
  readonly multiline?: boolean;
  /** The value is the key of a row kept elsewhere: a site's code or a therapy line's id. */
  readonly reference?: "site" | "therapy";
  /** The registry gives the value when the entry is created. */
  readonly allocated?: boolean;
};

export type NumberField = FieldBase & {
  readonly kind: "number";
  readonly unit?: string;
  /** Other units that may be entered; value × factor gives the value in `unit`. */
  readonly units?: Readonly<Record<string, number>>;
  /** The field whose chosen unit this one is written in. */
  readonly unitOf?: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
};

export type ChoiceField = FieldBase & {
  readonly kind: "choice";
  readonly codes: readonly Code[];
};

export type ChoicesField = FieldBase & {
  readonly kind: "choices";
  readonly codes: readonly Code[];
  readonly most?: number;
};

export type DateField = FieldBase & {
  readonly kind: "date";
  /** Whether `2009` or `2009-03` may stand for a day. */
  readonly partial: boolean;
};

export type GroupField = FieldBase & {
  readonly kind: "group";
  readonly item: string;
  readonly fields: Readonly<Record<string, ScalarField>>;
  readonly most: number;
};

export type ScalarField = TextField | NumberField | ChoiceField | ChoicesField | DateField;
export type Field = ScalarField | GroupField;
export type Fields = Readonly<Record<string, Field>>;

/** A case report form: defined once, as data; types, schemas, table, form, history, codebook and exports derive from it. */
export type FormDefinition<F extends Fields = Fields> = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Whether a patient may have several entries. */
  readonly repeating: boolean;
  /** The date field that orders entries. */
  readonly orderedBy?: string;
  readonly version: number;
  readonly fields: F;
  readonly checks: readonly Check[];
};

type CodeOf<F> = F extends { readonly codes: readonly (infer C)[] }
  ? C extends { readonly code: infer K }
    ? K
    : never
  : never;

/** The value of one field; null where nothing was entered. */
export type ValueOf<F> = F extends { readonly kind: "text" | "date" }
  ? string | null
  : F extends { readonly kind: "number" }
    ? number | null
    : F extends { readonly kind: "choice" }
      ? CodeOf<F> | null
      : F extends { readonly kind: "choices" }
        ? readonly CodeOf<F>[] | null
        : F extends { readonly kind: "group"; readonly fields: infer G }
          ? readonly { readonly [K in keyof G]: ValueOf<G[K]> }[]
          : never;

/** The typed values of a form. */
export type Values<D> = D extends { readonly fields: infer F }
  ? { readonly [K in keyof F]: ValueOf<F[K]> }
  : never;

/** What stands in an entry: values as entered, and apart from them the missing reasons and the units as entered. */
export type EntryContent<V = Readonly<Record<string, unknown>>> = {
  readonly values: V;
  readonly missing: Readonly<Record<string, MissingReason>>;
  readonly units: Readonly<Record<string, string>>;
};

type Input<K extends string, T> = Omit<T, "kind"> & { readonly kind?: K };

export const text = <const T extends Input<"text", TextField>>(field: T) => ({
  ...field,
  kind: "text" as const,
});
export const number = <const T extends Input<"number", NumberField>>(field: T) => ({
  ...field,
  kind: "number" as const,
});
export const choice = <const T extends Input<"choice", ChoiceField>>(field: T) => ({
  ...field,
  kind: "choice" as const,
});
export const choices = <const T extends Input<"choices", ChoicesField>>(field: T) => ({
  ...field,
  kind: "choices" as const,
});
export const date = <const T extends Input<"date", DateField>>(field: T) => ({
  ...field,
  kind: "date" as const,
});
export const group = <const T extends Input<"group", GroupField>>(field: T) => ({
  ...field,
  kind: "group" as const,
});

/** A form as given, its types kept literal. */
export function defineForm<const F extends Fields, const D extends FormDefinition<F>>(
  form: D & { readonly fields: F },
): D {
  return form;
}

/** The field entries of a form, in order. */
export function fieldsOf(form: Pick<FormDefinition, "fields">): readonly (readonly [string, Field])[] {
  return Object.entries(form.fields);
}

/** True when a missing reason may stand for the field's value. */
export function takesMissingReason(field: Field): boolean {
  return field.kind !== "group" && field.missing !== false;
}

/** The units a number may be entered in, the canonical one first; empty when it has none of its own. */
export function unitsOf(field: NumberField): readonly string[] {
  if (field.unit === undefined) return [];
  return [field.unit, ...Object.keys(field.units ?? {})];
}
