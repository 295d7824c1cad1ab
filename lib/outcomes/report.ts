import { cohortOf, refOf, treatedOf } from "./cohort";
import { contingencyTables } from "./contingency-tables";
import { figures } from "./figures";
import { methodsOf } from "./methods";
import type { PatientOutcome } from "./patient-outcome";
import { criteria } from "./predicates";
import { resultsText } from "./results-text";
import type { StudyDefinition } from "./study-definition";
import type { FlowStep, StudyReport } from "./study-report";
import { subsequentSubjects, survivalSubjects } from "./time-figures";

/** The report of a study over its derived outcomes: figures with the patients behind them, flow, curves' data, tests, methods and text. */
export function report(
  definition: StudyDefinition,
  outcomes: readonly PatientOutcome[],
  { generatedAt }: { readonly generatedAt: string },
): StudyReport {
  const cohort = cohortOf(outcomes);
  const treated = treatedOf(cohort);
  const tables = contingencyTables(definition, treated);
  const all = figures(definition, outcomes, tables);
  return {
    study: definition,
    generatedAt,
    registered: outcomes.map(refOf),
    figures: all,
    flow: flowOf(definition, outcomes),
    survival: [
      {
        id: "os",
        title: "Overall survival",
        origin: "first dose of the first rTKI",
        subjects: survivalSubjects(cohort),
      },
      {
        id: "pfs_subsequent",
        title: "Progression-free survival of the sequential therapy",
        origin: "first dose of the subsequent line",
        subjects: subsequentSubjects(treated),
      },
    ],
    tables,
    outcomes,
    methods: methodsOf(definition),
    text: resultsText(definition, outcomes.length, all),
  };
}

/** Who leaves at each criterion, in order; those left after the last are the cohort. */
function flowOf(definition: StudyDefinition, outcomes: readonly PatientOutcome[]): FlowStep[] {
  let remaining = outcomes.length;
  return criteria.map(({ id, label }) => {
    const leaving = outcomes.filter((outcome) => outcome.failedAt === id);
    const unknown = leaving.filter((outcome) =>
      outcome.verdicts.some((verdict) => verdict.id === id && verdict.verdict === "unknown"),
    );
    remaining -= leaving.length;
    return {
      criterion: id,
      label: label(definition),
      excluded: leaving.map(refOf),
      unknown: unknown.map(refOf),
      remaining,
    };
  });
}
