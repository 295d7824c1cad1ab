import type { EntryContent, FormDefinition } from "../../crf/define";
import {
  draftSchema,
  emptyContent,
  type FieldIssue,
  hardFailures,
  incompleteFields,
  softFailures,
} from "../../crf/schema";
import { sentContent, type TypedContent } from "./typed-content";

/** What the form's schemas say of what was typed. */
export type Checked = {
  /** The content as it would be stored, without what could not be read. */
  readonly content: EntryContent;
  /** Values that cannot be read: no save takes them. */
  readonly malformed: readonly FieldIssue[];
  /** Values that contradict something: no completion takes them. */
  readonly failed: readonly FieldIssue[];
  /** Required fields without an answer. */
  readonly incomplete: readonly FieldIssue[];
  readonly warnings: readonly FieldIssue[];
};

/** Checks what was typed by the schemas the server uses; values that cannot be read don't hide the others' faults. */
export function checkContent(form: FormDefinition, typed: TypedContent, today: string): Checked {
  const sent = sentContent(form, typed);
  const schema = draftSchema(form, today);
  const first = schema.safeParse(sent);
  const malformed = first.success ? [] : first.error.issues.map(issueOf);
  const second = first.success ? first : schema.safeParse(without(sent, malformed));
  const content = second.success ? second.data : emptyContent(form);
  const unread = new Set(malformed.map((issue) => issue.field));
  const readable = (issue: FieldIssue) => !unread.has(issue.field);
  return {
    content,
    malformed,
    failed: hardFailures(form, content, today).filter(readable),
    incomplete: incompleteFields(form, content).filter(readable),
    warnings: softFailures(form, content, today).map(({ field, message }) => ({ field, message })),
  };
}

type ZodIssue = { readonly path: readonly PropertyKey[]; readonly message: string };

function issueOf({ path, message }: ZodIssue): FieldIssue {
  const inside = ["values", "missing", "units"].includes(String(path[0]));
  return {
    field: path
      .slice(inside ? 1 : 0)
      .map(String)
      .join("."),
    message,
  };
}

function without(typed: TypedContent, issues: readonly FieldIssue[]): TypedContent {
  const copy = structuredClone(typed);
  for (const { field } of issues) {
    const [key = "", index, inner] = field.split(".");
    const value = copy.values[key];
    if (inner === undefined) {
      delete copy.values[key];
      delete copy.missing[key];
      delete copy.units[key];
    } else if (Array.isArray(value)) {
      const row = value[Number(index)];
      if (typeof row === "object") delete row[inner];
    }
  }
  return copy;
}

/** The issues that stand in the way of a save: for a draft only what cannot be read. */
export function obstacles(checked: Checked, target: "draft" | "complete"): readonly FieldIssue[] {
  return target === "draft"
    ? checked.malformed
    : [...checked.malformed, ...checked.incomplete, ...checked.failed];
}
