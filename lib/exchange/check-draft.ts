import type { z } from "zod";
import type { EntryContent, FormDefinition } from "../crf/define";
import { type FormId, formById, formIds } from "../crf/forms";
import { completeSchema, type FieldIssue, softFailures } from "../crf/schema";
import { type Draft, withReasons } from "./entry-from-row";

type Schema = z.ZodType<EntryContent>;

/** The complete schema of each form, built once for a whole import. */
export type Schemas = Readonly<Record<FormId, Schema>>;

/** The very schemas that the forms are completed with, for a day (ISO). */
export function importSchemas(today: string): Schemas {
  const entries = formIds.map((id) => [id, completeSchema(formById(id), today)]);
  return Object.fromEntries(entries) as Record<FormId, Schema>; // one for each form id
}

export type CheckedDraft = {
  readonly content: EntryContent;
  /** What the form's schema refuses, by field (`stopDate`, `lesions.2.diameter`), fields with unreadable cells left out. */
  readonly issues: readonly FieldIssue[];
  readonly warnings: readonly FieldIssue[];
};

/** Checks a draft as the form would. A refused field is set aside and the rest checked again, so that every bad cell is found. */
export function checkDraft(
  form: FormDefinition,
  draft: Draft,
  { schema, today }: { readonly schema: Schema; readonly today: string },
): CheckedDraft {
  const aside = new Set(draft.bad);
  const issues: FieldIssue[] = [];
  let content = draft.content;
  for (let pass = 0; pass < 3; pass += 1) {
    const result = schema.safeParse(content);
    if (result.success)
      return { content: result.data, issues, warnings: softFailures(form, result.data, today) };
    const found = result.error.issues
      .map((issue) => ({ field: fieldOf(issue.path), message: issue.message }))
      .filter((issue) => !aside.has(issue.field));
    if (found.length === 0) break;
    issues.push(...found);
    for (const { field } of found) aside.add(field);
    content = withReasons(form, { ...content, values: without(content.values, aside) });
  }
  return { content, issues, warnings: [] };
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.slice(["values", "missing", "units"].includes(String(path[0])) ? 1 : 0).join(".");
}

function without(
  values: Readonly<Record<string, unknown>>,
  aside: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (!Array.isArray(value)) return [key, aside.has(key) ? null : value];
      if (aside.has(key)) return [key, []];
      return [key, value.map((item, index) => itemWithout(item, `${key}.${index}`, aside))];
    }),
  );
}

function itemWithout(item: unknown, prefix: string, aside: ReadonlySet<string>): unknown {
  if (typeof item !== "object" || item === null) return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, aside.has(`${prefix}.${key}`) ? null : value]),
  );
}
