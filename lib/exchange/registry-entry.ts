import type { EntryContent } from "../crf/define";
import { type FormId, formById } from "../crf/forms";
import { checkDraft, type Schemas } from "./check-draft";
import type { Row } from "./csv-table";
import { cellAt, type Draft } from "./entry-from-row";
import { type Cell, errorAt, type Problem, warningAt } from "./problem";
import type { ColumnRule } from "./registry-columns";

/** An entry that an import would make, and where it comes from. */
export type PlannedEntry = {
  readonly form: FormId;
  readonly sourceId: string | null;
  readonly content: EntryContent;
  /** The cell that a field of the entry came from. */
  readonly cell: (field: string) => Cell;
};

export type EntryResult = { readonly entry: PlannedEntry; readonly problems: readonly Problem[] };

/** What every entry of an import is checked with: the forms' schemas, and today (ISO). */
export type Checking = { readonly schemas: Schemas; readonly today: string };

type Source = {
  readonly form: FormId;
  readonly sourceId: string | null;
  readonly file: string;
  readonly row: Row;
  readonly rules: readonly ColumnRule[];
  /** Where fields come from that no rule of the row names: derived ones and groups. */
  readonly elsewhere?: (field: string) => Cell | null;
};

/** Checks what a row gave for a form, and places what the form refuses at the cells it came from. */
export function entryOf(source: Source, draft: Draft, { schemas, today }: Checking): EntryResult {
  const { form, sourceId, file, row } = source;
  const cell = (field: string): Cell => {
    const rule = source.rules.find((item) => item.field === field);
    if (rule) return cellAt(file, row, rule.column);
    return source.elsewhere?.(field) ?? { file, line: row.line, column: null, value: "" };
  };
  const checked = checkDraft(formById(form), draft, { schema: schemas[form], today });
  return {
    entry: { form, sourceId, content: checked.content, cell },
    problems: [
      ...draft.problems,
      ...checked.issues.map(({ field, message }) => errorAt(cell(field), message)),
      ...checked.warnings.map(({ field, message }) => warningAt(cell(field), message)),
    ],
  };
}
