import type { ParseArgsConfig } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What the operator typed after the command's name. */
export type Arguments = {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
};

export type Run = (given: Arguments) => Promise<void>;

/** One command of the operators: what its help says, what it takes, and where its work stands. */
export type Command = {
  readonly name: string;
  /** What is typed after the name. */
  readonly takes: string;
  readonly summary: string;
  readonly details: readonly string[];
  readonly options: Options;
  readonly positionals: { readonly least: number; readonly most: number };
  readonly load: () => Promise<{ readonly run: Run }>;
};

/** The command did not do what was asked: a sentence on stderr, exit code 1. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The command cannot be understood: a sentence and the help on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The text of an option, or undefined. */
export function textOf(given: Arguments, option: string): string | undefined {
  const value = given.values[option];
  return typeof value === "string" ? value : undefined;
}

/** The text of an option that must be given. */
export function neededText(given: Arguments, option: string): string {
  const value = textOf(given, option)?.trim();
  if (!value) throw new UsageError(`--${option} is needed.`);
  return value;
}
