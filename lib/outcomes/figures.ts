import { lineClasses } from "../oncology/drugs";
import { clopperPearson } from "../stats/clopper-pearson";
import { cohortOf, type Member, refOf, type TreatedMember, treatedOf } from "./cohort";
import type { PatientOutcome } from "./patient-outcome";
import { type ModeName, modesOf } from "./progression-modes";
import type { StudyDefinition } from "./study-definition";
import type { ContingencyTable, Figure } from "./study-report";
import { followUpFigure, survivalFigures, treatmentInterval } from "./time-figures";

type CountInput = {
  readonly id: string;
  readonly label: string;
  readonly of: readonly PatientOutcome[];
  readonly n: number;
  readonly note?: string;
};

/** A count: an integer with exactly the patients it counts. `n` is its denominator. */
function countFigure({ id, label, of, n, note }: CountInput): Figure {
  return {
    id,
    label,
    value: of.length,
    unit: "patients",
    lower: null,
    upper: null,
    min: null,
    max: null,
    n,
    events: null,
    p: null,
    method: "count",
    patients: of.map(refOf),
    ...(note ? { note } : {}),
  };
}

/** Every figure of a study over its derived outcomes, in the order of the abstract. */
export function figures(
  definition: StudyDefinition,
  outcomes: readonly PatientOutcome[],
  tables: readonly ContingencyTable[],
): Figure[] {
  const cohort = cohortOf(outcomes);
  const treated = treatedOf(cohort);
  return [
    countFigure({
      id: "cohort",
      label: "Patients with primary resistance to the first rTKI",
      of: cohort,
      n: outcomes.length,
    }),
    ...(["male", "female", "unknown"] as const).map((sex) =>
      countFigure({
        id: `sex.${sex}`,
        label: `Sex: ${sex}`,
        of: cohort.filter((member) => member.sex === sex),
        n: cohort.length,
      }),
    ),
    ...definition.indexDrugs.map((drug) =>
      countFigure({
        id: `index_drug.${drug}`,
        label: `First rTKI: ${drug}`,
        of: cohort.filter((member) => member.index.drugs.includes(drug)),
        n: cohort.length,
      }),
    ),
    ...treatmentInterval(cohort),
    ...modesOf(definition).map(({ id, mode, label }) =>
      countFigure({
        id: `progression.${id}`,
        label: `Progression by ${label}`,
        of: cohort.filter((member) => member.progression?.mode === mode),
        n: cohort.length,
      }),
    ),
    ...subsequentFigures(definition, cohort, treated),
    ...controlFigures(treated),
    ...tables.map(testFigure),
    ...survivalFigures(cohort, treated),
    followUpFigure(cohort),
  ];
}

function subsequentFigures(
  definition: StudyDefinition,
  cohort: readonly Member[],
  treated: readonly TreatedMember[],
): Figure[] {
  return [
    countFigure({ id: "subsequent.any", label: "Treated further", of: treated, n: cohort.length }),
    countFigure({
      id: "subsequent.none",
      label: "No further systemic therapy",
      of: cohort.filter((member) => member.subsequent === null),
      n: cohort.length,
    }),
    ...lineClasses.map((item) =>
      countFigure({
        id: `subsequent.class.${item.id}`,
        label: `Subsequent therapy: ${item.label}`,
        of: treated.filter((member) => member.subsequent.lineClass === item.id),
        n: treated.length,
      }),
    ),
    ...modesOf(definition).flatMap((mode) => modeFigures(mode, cohort, treated)),
  ];
}

function modeFigures(
  { id, mode, label }: ModeName,
  cohort: readonly Member[],
  treated: readonly TreatedMember[],
): Figure[] {
  const members = cohort.filter((member) => member.progression?.mode === mode);
  const further = treated.filter((member) => member.progression?.mode === mode);
  const by = (outcome: string) => further.filter((member) => member.subsequent.outcome === outcome);
  const figure = (prefix: string, words: string, of: readonly PatientOutcome[]) =>
    countFigure({ id: `${prefix}.${id}`, label: `${words} after ${label}`, of, n: further.length });
  return [
    { ...figure("subsequent", "Treated further", further), n: members.length },
    figure("refractory", "Refractory to the subsequent line", by("refractory")),
    figure("stabilised", "Stabilised by the subsequent line", by("stabilised")),
    figure("not_evaluable", "Subsequent line not evaluable", by("not evaluable")),
  ];
}

function controlFigures(treated: readonly TreatedMember[]): Figure[] {
  const by = (outcome: string) => treated.filter((member) => member.subsequent.outcome === outcome);
  const [stabilised, refractory] = [by("stabilised"), by("refractory")];
  const rate = (id: string, over: string, n: number): Figure => ({
    ...countFigure({
      id,
      label: `Disease control by the subsequent line, of those ${over}`,
      of: stabilised,
      n,
    }),
    method: "count; rate with the exact (Clopper–Pearson) 95 % interval",
    ...(n > 0
      ? { proportion: { value: stabilised.length / n, ...clopperPearson(stabilised.length, n) } }
      : {}),
  });
  return [
    countFigure({
      id: "failed_both_lines",
      label: "Failed to respond to either line",
      of: refractory,
      n: treated.length,
    }),
    rate("disease_control", "treated", treated.length),
    rate("disease_control_evaluable", "evaluable", stabilised.length + refractory.length),
  ];
}

function testFigure(table: ContingencyTable): Figure {
  const [test] = table.tests;
  const behind = table.rows.flatMap((row) => [...row.stabilised, ...row.refractory]);
  return {
    id: table.id,
    label: table.title,
    value: test?.p ?? null,
    unit: "p",
    lower: null,
    upper: null,
    min: null,
    max: null,
    n: behind.length,
    events: null,
    p: test?.p ?? null,
    method: test ? `${test.name}${test.note ? `; ${test.note}` : ""}` : "not compared",
    patients: behind,
  };
}
