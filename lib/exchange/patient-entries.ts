import { type FormId, formById } from "../crf/forms";
import type { Row } from "./csv-table";
import { cellAt, draftOf, textAt } from "./entry-from-row";
import { errorAt, type Problem, warningAt } from "./problem";
import { columnRules, originCodes } from "./registry-columns";
import { type Checking, entryOf, type EntryResult } from "./registry-entry";
import { registryLayout } from "./registry-layout";

const { file } = registryLayout.patients;

/** Columns of fields that no rule names. */
const derivedFrom: Readonly<Record<string, string>> = {
  site: "centre",
  dataOrigin: "data_origin",
  gradeSystem: "fuhrman_grade",
};

/** Stands for a centre that is not known, which is told at its cell. */
const unknownSite = "unknown";

/** The enrolment, diagnosis, risk factors (where there are any) and follow-up that a line of patients.csv holds. `site` is the code of its centre, null where there is none. */
export function patientEntries(row: Row, site: string | null, checking: Checking): EntryResult[] {
  const made = (form: FormId, given: Readonly<Record<string, unknown>> = {}): EntryResult => {
    const rules = columnRules[form];
    const elsewhere = (field: string) => {
      const column = derivedFrom[field];
      return column ? cellAt(file, row, column) : null;
    };
    const sourceId = form === "enrolment" ? textAt(row, "patient_id") : null;
    const draft = draftOf(formById(form), rules, { file, row, given });
    return entryOf({ form, sourceId, file, row, rules, elsewhere }, draft, checking);
  };
  const origin = originCodes[textAt(row, "data_origin").toUpperCase()] ?? "clinical";
  const gradeSystem = textAt(row, "fuhrman_grade") === "" ? null : "fuhrman";
  return [
    told(made("enrolment", { site: site ?? unknownSite, dataOrigin: origin }), [
      ...originProblems(row),
      ...birthProblems(row, checking.today),
    ]),
    made("diagnosis", { gradeSystem }),
    ...(hasRisk(row) ? [made("risk")] : []),
    told(made("follow-up"), contactProblems(row)),
  ];
}

const told = (result: EntryResult, problems: readonly Problem[]): EntryResult => ({
  ...result,
  problems: [...result.problems, ...problems],
});

function originProblems(row: Row): Problem[] {
  return Object.hasOwn(originCodes, textAt(row, "data_origin").toUpperCase())
    ? []
    : [warningAt(cellAt(file, row, "data_origin"), "Not SYNTHETIC: imported as a clinical record.")];
}

function birthProblems(row: Row, today: string): Problem[] {
  const birth = textAt(row, "birth_date");
  return birth.slice(0, 4) > today.slice(0, 4) || (birth.length === 10 && birth > today)
    ? [errorAt(cellAt(file, row, "birth_date"), "The date of birth lies in the future.")]
    : [];
}

const riskValues = columnRules.risk.filter((rule) => !/Lln$|Uln$/.test(rule.field));

/** Limits of normal alone make no record of risk factors. */
function hasRisk(row: Row): boolean {
  return riskValues.some((rule) => textAt(row, rule.column) !== "");
}

function contactProblems(row: Row): Problem[] {
  const [contact, death] = [textAt(row, "last_contact_date"), textAt(row, "death_date")];
  if (textAt(row, "vital_status") !== "dead" || contact === death) return [];
  if (contact === "")
    return [
      errorAt(cellAt(file, row, "last_contact_date"), "Enter a value: of the dead, the date of death."),
    ];
  return death === ""
    ? []
    : [errorAt(cellAt(file, row, "death_date"), `The date of death is not the last contact, ${contact}.`)];
}
