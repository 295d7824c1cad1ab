import { formById } from "../crf/forms";
import type { Row } from "./csv-table";
import { cellAt, draftOf, readCell, textAt } from "./entry-from-row";
import { errorAt, type Problem, warningAt } from "./problem";
import { axisOfNode, columnRules, type ColumnRule, lesionRules } from "./registry-columns";
import { type Checking, entryOf, type EntryResult } from "./registry-entry";
import { registryLayout } from "./registry-layout";

const { file } = registryLayout.assessments;
const lesionFile = registryLayout.lesions.file;

/** The assessment that a line of assessments.csv holds, with its target lesions. Its `line` is the line's id in the file until the import gives it the registry's. */
export function assessmentEntry(row: Row, lesionRows: readonly Row[], checking: Checking): EntryResult {
  const form = formById("assessment");
  const rules = columnRules.assessment.filter((rule) => !isNoNewLesionAtBaseline(row, rule));
  const lesions = lesionRows.map(readLesion);
  const line = textAt(row, "line_id");
  const draft = draftOf(form, rules, {
    file,
    row,
    given: { line, lesions: lesions.map((item) => item.values) },
  });
  const bad = new Set([
    ...draft.bad,
    ...lesions.flatMap((item, index) => item.bad.map((field) => `lesions.${index}.${field}`)),
  ]);
  const elsewhere = (field: string) => {
    if (field === "line") return cellAt(file, row, "line_id");
    return field.startsWith("lesions") ? lesionCell(field, lesionRows) : null;
  };
  const source = {
    form: "assessment" as const,
    sourceId: textAt(row, "assessment_id"),
    file,
    row,
    rules,
    elsewhere,
  };
  const result = entryOf(source, { ...draft, bad }, checking);
  const problems = [
    ...result.problems,
    ...lesions.flatMap((item) => item.problems),
    ...repeatedLabels(lesionRows),
    ...sumProblems(row, lesionRows),
  ];
  return { ...result, problems };
}

/** The files write N at a baseline, where new lesions are not collected. */
function isNoNewLesionAtBaseline(row: Row, rule: ColumnRule): boolean {
  return rule.field === "newLesion" && textAt(row, "role") === "baseline" && textAt(row, rule.column) === "N";
}

function lesionFields() {
  const group = formById("assessment").fields.lesions;
  if (group?.kind !== "group") throw new Error("the assessment has no lesions");
  return group;
}

/** What is wrong in the cells of target lesions that no assessment holds. */
export function lesionProblems(rows: readonly Row[]): Problem[] {
  return rows.flatMap((row) => readLesion(row).problems);
}

type Lesion = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly bad: readonly string[];
  readonly problems: readonly Problem[];
};

function readLesion(row: Row): Lesion {
  const { fields } = lesionFields();
  const read = lesionRules.map((rule) => {
    const field = fields[rule.field];
    if (!field) throw new Error(`a lesion has no ${rule.field}`);
    return { rule, reading: readCell(field, rule, textAt(row, rule.column)) };
  });
  const values = Object.fromEntries(
    read.map(({ rule, reading }) => [rule.field, "value" in reading ? reading.value : null]),
  );
  const refused = read.flatMap(({ rule, reading }) =>
    "refused" in reading ? [errorAt(cellAt(lesionFile, row, rule.column), reading.refused)] : [],
  );
  return {
    values,
    bad: read.flatMap(({ rule, reading }) => ("refused" in reading ? [rule.field] : [])),
    problems: [...refused, ...axisProblems(row, values.node)],
  };
}

function axisProblems(row: Row, node: unknown): Problem[] {
  const axis = textAt(row, "axis");
  const cell = cellAt(lesionFile, row, "axis");
  const known = Object.values(axisOfNode);
  if (axis === "") return [];
  if (!known.includes(axis))
    return [errorAt(cell, `“${axis}” is not one of the codes: ${known.join(", ")}.`)];
  const expected = typeof node === "string" ? axisOfNode[node] : undefined;
  return expected === undefined || axis === expected
    ? []
    : [warningAt(cell, `A ${node === "yes" ? "lymph node" : "lesion"} is measured on its ${expected} axis.`)];
}

/** The cell of `lesions.2.diameter`; of `lesions`, the first lesion too many. */
function lesionCell(field: string, rows: readonly Row[]) {
  const [, index, inner] = field.split(".");
  const row = rows[index === undefined ? lesionFields().most : Number(index)];
  const column = lesionRules.find((rule) => rule.field === inner)?.column ?? "lesion_label";
  return row ? cellAt(lesionFile, row, column) : null;
}

function repeatedLabels(rows: readonly Row[]): Problem[] {
  const labels = rows.map((row) => textAt(row, "lesion_label"));
  return rows
    .filter((_, index) => labels[index] !== "" && labels.indexOf(labels[index] ?? "") < index)
    .map((row) =>
      errorAt(cellAt(lesionFile, row, "lesion_label"), "The lesion stands twice in one assessment."),
    );
}

const number = (text: string) => (/^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : null);

/** The sum is derived from the lesions; a column that says something else is told. Where lesions were not measured it is blank. */
function sumProblems(row: Row, lesionRows: readonly Row[]): Problem[] {
  const text = textAt(row, "target_sum_mm");
  if (text === "") return [];
  const cell = cellAt(file, row, "target_sum_mm");
  const given = number(text);
  if (given === null) return [errorAt(cell, "This is not a number.")];
  const written = lesionRows.map((lesion) => textAt(lesion, "diameter_mm")).filter((item) => item !== "");
  const measured = written.map(number).filter((diameter) => diameter !== null);
  if (measured.length < written.length) return [];
  const sum = Number(measured.reduce((total, diameter) => total + diameter, 0).toFixed(6));
  if (sum === given && measured.length > 0) return [];
  if (measured.length === 0) return [warningAt(cell, "No target lesion of this assessment is measured.")];
  return [warningAt(cell, `The measured lesions add up to ${sum}, which is kept.`)];
}
