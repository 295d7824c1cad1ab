/** What a form shows after it was sent: what was typed, and what is wrong with it. */
export type FormState = {
  readonly attempt: number;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly issues: readonly { readonly field: string; readonly message: string }[];
  readonly message: string | null;
  readonly ok: boolean;
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** A form that has not been sent yet. */
export const freshForm: FormState = { attempt: 0, values: {}, issues: [], message: null, ok: false };

/** The text a field begins with: what was sent, else what is stored. */
export function textOf(state: FormState, name: string, stored = ""): string {
  const value = state.values[name];
  return typeof value === "string" ? value : stored;
}

/** The choices a field begins with: those sent, else those stored. */
export function listOf(state: FormState, name: string, stored: readonly string[] = []): readonly string[] {
  if (state.attempt === 0 || state.ok) return stored;
  const value = state.values[name] ?? [];
  return typeof value === "string" ? [value] : value;
}

/** What is wrong with a field, or undefined. */
export function errorOf(state: FormState, name: string): string | undefined {
  return state.issues.find((issue) => issue.field === name)?.message;
}
