import type { Code, MissingReason } from "../crf/codelist";
import { holds } from "../crf/condition";
import {
  type EntryContent,
  type Field,
  fieldsOf,
  type FormDefinition,
  takesMissingReason,
} from "../crf/define";
import { isPartialDate } from "../crf/partial-date";
import { emptyContent } from "../crf/schema";
import type { Row } from "./csv-table";
import { type Cell, errorAt, type Problem, warningAt } from "./problem";
import type { ColumnRule } from "./registry-columns";

/** A form's values as a row gives them. `bad` names the fields whose cells cannot be read, each told in `problems`. */
export type Draft = {
  readonly content: EntryContent;
  readonly bad: ReadonlySet<string>;
  readonly problems: readonly Problem[];
};

type Reading = { readonly value: unknown } | { readonly refused: string };

const refused = (reason: string): Reading => ({ refused: reason });

/** The cell of a row at a column. */
export function cellAt(file: string, row: Row, column: string): Cell {
  return { file, line: row.line, column, value: row.cells[column] ?? "" };
}

/** What is written in a row's cell of a column; empty where nothing is. */
export function textAt(row: Row, column: string): string {
  return row.cells[column] ?? "";
}

/** The field's value that a cell's text means, or why it means none. Numbers stay text: the form's schema reads them. */
export function readCell(field: Field, rule: ColumnRule, text: string): Reading {
  if (text === "") return { value: null };
  if (field.kind === "date" || rule.part === "year") {
    if (!isPartialDate(text)) return refused("Not a day of the calendar as YYYY-MM-DD.");
    return { value: rule.part === "year" ? text.slice(0, 4) : text };
  }
  if (field.kind === "choice") return codeOf(field.codes, rule, text);
  if (field.kind !== "choices") return { value: text };
  const parts = (rule.separator ? text.split(rule.separator) : [text]).map((part) => part.trim());
  const wrong = parts.find((part) => !field.codes.some((item) => item.code === part));
  if (wrong !== undefined) return codeOf(field.codes, rule, wrong);
  return new Set(parts).size < parts.length ? refused("Named twice in one cell.") : { value: parts };
}

function codeOf(codes: readonly Code[], rule: ColumnRule, text: string): Reading {
  const known = rule.codes ?? Object.fromEntries(codes.map((item) => [item.code, item.code]));
  const code = Object.hasOwn(known, text) ? known[text] : undefined;
  return code === undefined
    ? refused(`“${text}” is not one of the codes: ${Object.keys(known).join(", ")}.`)
    : { value: code };
}

/** Reads a row into a form: each column by its rule, then what the form does not collect here left out, and what is blank marked as not available in the source. */
export function draftOf(
  form: FormDefinition,
  rules: readonly ColumnRule[],
  {
    file,
    row,
    given,
  }: { readonly file: string; readonly row: Row; readonly given: Readonly<Record<string, unknown>> },
): Draft {
  const problems: Problem[] = [];
  const bad = new Set<string>();
  const values: Record<string, unknown> = { ...emptyContent(form).values, ...given };
  for (const rule of rules) {
    const field = form.fields[rule.field];
    if (!field) throw new Error(`${form.id} has no field ${rule.field}`);
    const reading = readCell(field, rule, textAt(row, rule.column));
    if ("value" in reading) {
      values[rule.field] = reading.value;
      continue;
    }
    bad.add(rule.field);
    problems.push(errorAt(cellAt(file, row, rule.column), reading.refused));
  }
  problems.push(...leaveOutSurplus(form, rules, { file, row, values, bad }));
  return {
    content: withReasons(form, { values, missing: {}, units: unitsOf(rules, values) }),
    bad,
    problems,
  };
}

function leaveOutSurplus(
  form: FormDefinition,
  rules: readonly ColumnRule[],
  at: { file: string; row: Row; values: Record<string, unknown>; bad: ReadonlySet<string> },
): Problem[] {
  const answers = { ...at.values };
  return rules.flatMap((rule) => {
    const when = form.fields[rule.field]?.when;
    if (answers[rule.field] === null || holds(when, answers)) return [];
    at.values[rule.field] = null;
    const surplus = rule.surplus ?? "error";
    if (surplus === "ignored" || dependsOn(when).some((field) => at.bad.has(field))) return [];
    const tell = surplus === "error" ? errorAt : warningAt;
    const reason = `${form.fields[rule.field]?.label} does not belong here: ${needed(form, when)}.`;
    return [tell(cellAt(at.file, at.row, rule.column), reason)];
  });
}

type When = Field["when"];

function dependsOn(when: When): string[] {
  if (!when) return [];
  return "all" in when ? when.all.flatMap(dependsOn) : [when.field];
}

function needed(form: FormDefinition, when: When): string {
  const labels = [...new Set(dependsOn(when))].map((field) => `“${form.fields[field]?.label ?? field}”`);
  return `it contradicts ${labels.join(" or ")}`;
}

function unitsOf(rules: readonly ColumnRule[], values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    rules.flatMap((rule) => (rule.unit && values[rule.field] !== null ? [[rule.field, rule.unit]] : [])),
  );
}

/** The content with “not available in the source” for every field that wants an answer, has none and takes a reason. */
export function withReasons(form: FormDefinition, content: EntryContent): EntryContent {
  const reason: MissingReason = "not-available";
  const blank = fieldsOf(form).filter(
    ([key, field]) =>
      takesMissingReason(field) &&
      !field.optional &&
      (content.values[key] ?? null) === null &&
      holds(field.when, content.values),
  );
  return { ...content, missing: Object.fromEntries(blank.map(([key]) => [key, reason])) };
}
