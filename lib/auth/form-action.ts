import type { ZodType } from "zod";
import { action } from "./action";
import type { Permission } from "./permissions";
import type { Context } from "./viewer";

export type Issue = { readonly field: string; readonly message: string };

/** What a command answers to a form. */
export type FormOutcome =
  | { readonly ok: true; readonly message?: string }
  | { readonly ok: false; readonly message?: string; readonly issues?: readonly Issue[] };

/** What a form shows after it was sent: what was typed but passwords, and what is wrong with it. `attempt` counts the sendings. */
export type FormState = {
  readonly attempt: number;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly issues: readonly Issue[];
  readonly message: string | null;
  readonly ok: boolean;
};

/** A server action for a plain HTML form, with and without JavaScript: `action` on the form's fields. */
export function formAction<I>(
  permission: Permission | null,
  schema: ZodType<I>,
  command: (context: Context, input: I) => Promise<FormOutcome>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  const run = action(permission, schema, command);
  return async (previous, form) => formState(previous, form, await run(fieldsOf(form)));
}

/** The fields of a form: a text each, or a list where a name comes more than once. */
export function fieldsOf(form: FormData): Record<string, string | string[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  return Object.fromEntries(
    names.map((name) => {
      const texts = form.getAll(name).filter((value) => typeof value === "string");
      return [name, texts.length === 1 ? (texts[0] ?? "") : texts];
    }),
  );
}

/** The state of a form after an outcome. */
export function formState(previous: FormState, form: FormData, outcome: FormOutcome): FormState {
  const kept = Object.entries(fieldsOf(form)).filter(([name]) => !/password/i.test(name));
  return {
    attempt: previous.attempt + 1,
    values: outcome.ok ? {} : Object.fromEntries(kept),
    issues: outcome.ok ? [] : (outcome.issues ?? []),
    message: outcome.message ?? null,
    ok: outcome.ok,
  };
}
