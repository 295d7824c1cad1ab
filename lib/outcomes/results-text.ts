import { figureText, pText, rounded } from "./figure-text";
import type { StudyDefinition } from "./study-definition";
import type { Figure } from "./study-report";

const number = (figures: readonly Figure[]) => (id: string) =>
  figures.find((figure) => figure.id === id)?.value ?? 0;

/** The results of a study as the sentences of an abstract, every number read from its figures. */
export function resultsText(
  definition: StudyDefinition,
  registered: number,
  figures: readonly Figure[],
): string[] {
  const count = number(figures);
  if (registered === 0) return ["No patient is registered yet."];
  const cohort = count("cohort");
  const opening = `Of ${registered} registered patients, ${cohort} had primary resistance to the first rTKI.`;
  if (cohort === 0) return [opening];
  const drugs = definition.indexDrugs
    .map((drug) => ({ drug, n: count(`index_drug.${drug}`) }))
    .filter(({ n }) => n > 0)
    .map(({ drug, n }) => `${drug} in ${n}`);
  const os = figures.find((figure) => figure.id === "os");
  return [
    `${opening} ${count("sex.male")} were male, ${count("sex.female")} female${
      count("sex.unknown") > 0 ? `, and of ${count("sex.unknown")} the sex is not known` : ""
    }.`,
    `The first rTKI was ${drugs.join(", ")}; ${medianText(figures, "treatment_interval", "its median treatment interval")}.`,
    `Progression was by a new metastatic lesion in ${count("progression.new_lesion")} and by growth of existing lesions in ${count("progression.growth")}${clinicalText(figures)}.`,
    ...subsequentText(figures),
    `Median overall survival was ${os ? figureText(os) : "not computed"}, with ${os?.events ?? 0} deaths.`,
  ];
}

function medianText(figures: readonly Figure[], id: string, what: string): string {
  const figure = figures.find((item) => item.id === id);
  const { value = null, min = null, max = null } = figure ?? {};
  const middle = value === null ? "not reached" : `${rounded(value, 1)} months`;
  const range = min === null || max === null ? "" : ` (range ${rounded(min, 1)} – ${rounded(max, 1)})`;
  return `${what} was ${middle}${range}`;
}

function clinicalText(figures: readonly Figure[]): string {
  const clinical = figures.find((figure) => figure.id === "progression.clinical");
  return clinical ? `, and was clinical in ${clinical.value ?? 0}` : "";
}

function subsequentText(figures: readonly Figure[]): string[] {
  const count = number(figures);
  const treated = count("subsequent.any");
  if (treated === 0) return ["Nobody was treated further."];
  const other = count("subsequent.class.other");
  return [
    `${treated} were treated further: ${count("subsequent.class.rTKI")} with an rTKI, ${count("subsequent.class.mTOR")} with an mTOR inhibitor${other > 0 ? `, ${other} with another therapy` : ""}; ${count("subsequent.none")} had no further therapy.`,
    `After a new lesion ${count("refractory.new_lesion")} of ${count("subsequent.new_lesion")} were refractory and ${count("stabilised.new_lesion")} stabilised; after growth ${count("refractory.growth")} of ${count("subsequent.growth")} were refractory and ${count("stabilised.growth")} stabilised${testText(figures, "disease_control_by_mode")}.`,
    `${count("failed_both_lines")} failed to respond to either line. Disease control was ${isSignificant(figures) ? "" : "not "}associated with the class of the subsequent therapy${testText(figures, "disease_control_by_class")}.`,
    `${medianText(figures, "pfs_subsequent", "Median progression-free survival of the sequential therapy")}.`,
  ];
}

const testOf = (figures: readonly Figure[], id: string) => figures.find((figure) => figure.id === id);

function testText(figures: readonly Figure[], id: string): string {
  const p = testOf(figures, id)?.p ?? null;
  return p === null ? " (not tested: too few groups)" : ` (Fisher's exact test, ${pText(p)})`;
}

function isSignificant(figures: readonly Figure[]): boolean {
  const p = testOf(figures, "disease_control_by_class")?.p ?? null;
  return p !== null && p < 0.05;
}
