import type { PatientRef, StudyReport } from "@/lib/outcomes/study-report";

/** Which patients of a report somebody asked to see. */
export type SelectionQuery = {
  readonly figure?: string;
  readonly excluded?: string;
  readonly flow?: string;
  readonly table?: string;
  readonly row?: string;
  readonly outcome?: string;
};

export type Selection = { readonly title: string; readonly patients: readonly PatientRef[] };

/** The patients behind a figure, a box of the flow diagram or a cell of a table; null where the report has none of that name. */
export function selectionOf(report: StudyReport, query: SelectionQuery): Selection | null {
  if (query.figure !== undefined) return figureSelection(report, query.figure);
  if (query.excluded !== undefined) return excludedSelection(report, query.excluded);
  if (query.flow !== undefined) return remainingSelection(report, query.flow);
  return query.table === undefined ? null : cellSelection(report, query);
}

function figureSelection(report: StudyReport, id: string): Selection | null {
  const figure = report.figures.find((item) => item.id === id);
  return figure ? { title: figure.label, patients: figure.patients } : null;
}

function excludedSelection(report: StudyReport, criterion: string): Selection | null {
  const step = report.flow.find((item) => item.criterion === criterion);
  return step ? { title: `Excluded: not “${step.label}”`, patients: step.excluded } : null;
}

/** Who is left after a criterion: the registered without those excluded by it and by those before it. */
function remainingSelection(report: StudyReport, criterion: string): Selection | null {
  if (criterion === "registered") return { title: "Registered", patients: report.registered };
  const index = report.flow.findIndex((item) => item.criterion === criterion);
  const step = report.flow[index];
  if (!step) return null;
  const gone = new Set(
    report.flow.slice(0, index + 1).flatMap((item) => item.excluded.map((patient) => patient.id)),
  );
  return {
    title: `Left after “${step.label}”`,
    patients: report.registered.filter((patient) => !gone.has(patient.id)),
  };
}

/** The outcomes of the subsequent line as the columns of a table. */
export const outcomeColumns = [
  { id: "stabilised", key: "stabilised", label: "Stabilised" },
  { id: "refractory", key: "refractory", label: "Refractory" },
  { id: "not-evaluable", key: "notEvaluable", label: "Not evaluable" },
] as const;

function cellSelection(report: StudyReport, query: SelectionQuery): Selection | null {
  const table = report.tables.find((item) => item.id === query.table);
  const row = table?.rows.find((item) => item.id === query.row);
  const column = outcomeColumns.find((item) => item.id === query.outcome);
  if (!table || !row || !column) return null;
  return { title: `${table.title}: ${row.label}, ${column.label.toLowerCase()}`, patients: row[column.key] };
}
