import { acrossEntries } from "./across-entries";
import { assessmentEntry, lesionProblems } from "./assessment-entry";
import { centreProblems, type Centres, centresOf, type ImportSite } from "./centres";
import { importSchemas } from "./check-draft";
import type { Row } from "./csv-table";
import { textAt } from "./entry-from-row";
import { lineEntry } from "./line-entry";
import { patientEntries } from "./patient-entries";
import { hasErrors, type Problem, sortedProblems } from "./problem";
import type { Checking, EntryResult, PlannedEntry } from "./registry-entry";
import type { RegistryTables } from "./registry-files";
import { idProblems, type KnownIds, referenceProblems, rowsById } from "./registry-ids";
import { registryFileNames } from "./registry-layout";

export type PlannedPatient = {
  readonly sourceId: string;
  readonly site: string;
  readonly entries: readonly PlannedEntry[];
};

export type ImportCounts = {
  readonly patients: number;
  readonly lines: number;
  readonly assessments: number;
  readonly lesions: number;
};

/** What an import would do. With an error among the problems nothing of it may be done. */
export type ImportPlan = {
  readonly ok: boolean;
  readonly patients: readonly PlannedPatient[];
  readonly newSites: readonly ImportSite[];
  readonly counts: ImportCounts;
  readonly problems: readonly Problem[];
};

/** What the plan must know of the registry: its sites, the ids it holds, whether centres may become sites, and today (ISO). */
export type Registry = {
  readonly sites: readonly ImportSite[];
  readonly known: KnownIds;
  readonly createSites: boolean;
  readonly today: string;
};

/** Plans the import of four readable files: the entries of each patient, checked as the forms check them, and everything that is wrong. `found` are the problems of reading the files. */
export function planImport(
  tables: RegistryTables,
  registry: Registry,
  found: readonly Problem[] = [],
): ImportPlan {
  const { patients, lines, assessments, lesions } = tables;
  const centreNames = patients.rows.map((row) => textAt(row, "centre"));
  const centres = centresOf(centreNames, registry.sites, registry.createSites);
  const checking = { schemas: importSchemas(registry.today), today: registry.today };
  const planned = plannedPatients(tables, centres, checking);
  const problems = sortedProblems(
    [
      ...found,
      ...idProblems(tables, registry.known),
      ...referenceProblems(tables),
      ...patients.rows
        .filter((row) => row.whole)
        .flatMap((row) => centreProblems(patients.file, row, centres, registry.sites)),
      ...planned.problems,
    ],
    registryFileNames,
  );
  return {
    ok: !hasErrors(problems),
    patients: planned.patients,
    newSites: centres.created,
    counts: {
      patients: patients.rows.length,
      lines: lines.rows.length,
      assessments: assessments.rows.length,
      lesions: lesions.rows.length,
    },
    problems,
  };
}

function plannedPatients(tables: RegistryTables, centres: Centres, checking: Checking) {
  const linesOf = grouped(tables.lines.rows, "patient_id");
  const lesionsOf = grouped(tables.lesions.rows, "assessment_id");
  const assessmentsOf = grouped(tables.assessments.rows, "patient_id");
  const known = rowsById(tables, "patients");
  const problems: Problem[] = [];
  const entriesOf = (results: readonly EntryResult[]): PlannedEntry[] => {
    problems.push(...results.flatMap((result) => result.problems));
    return results.map((result) => result.entry);
  };
  const lineEntries = (rows: readonly Row[]) => rows.map((row) => lineEntry(row, checking));
  const assessmentEntries = (rows: readonly Row[]) =>
    rows.map((row) => assessmentEntry(row, lesionsOf.get(textAt(row, "assessment_id")) ?? [], checking));

  const patients = tables.patients.rows
    .filter((row) => row.whole)
    .map((row): PlannedPatient => {
      const sourceId = textAt(row, "patient_id");
      const site = centres.siteOf.get(textAt(row, "centre"))?.id ?? null;
      const own = known.get(sourceId) === row;
      const entries = entriesOf([
        ...patientEntries(row, site, checking),
        ...(own ? lineEntries(linesOf.get(sourceId) ?? []) : []),
        ...(own ? assessmentEntries(assessmentsOf.get(sourceId) ?? []) : []),
      ]);
      problems.push(...acrossEntries(entries));
      return { sourceId, site: site ?? "", entries };
    });
  const strays = (rows: ReadonlyMap<string, readonly Row[]>) =>
    [...rows].filter(([id]) => !known.get(id)?.whole).flatMap(([, list]) => list);
  entriesOf([...lineEntries(strays(linesOf)), ...assessmentEntries(strays(assessmentsOf))]);
  const assessed = rowsById(tables, "assessments");
  for (const [id, rows] of lesionsOf) if (!assessed.has(id)) problems.push(...lesionProblems(rows));
  return { patients, problems };
}

function grouped(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows.filter((item) => item.whole)) {
    const key = textAt(row, column);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
