import type { FormId } from "../crf/forms";

/** How one column of a file becomes one field of a form. */
export type ColumnRule = {
  readonly column: string;
  readonly field: string;
  /** What the file writes for each code of the form; without it the form's own codes. */
  readonly codes?: Readonly<Record<string, string>>;
  /** The unit the column is in. */
  readonly unit?: string;
  /** The column holds a date of which the form keeps the year. */
  readonly part?: "year";
  /** The sign between several values in one cell. */
  readonly separator?: string;
  /** What a cell means whose field is not collected under the form's condition: an error (said unless), a warning, or nothing. */
  readonly surplus?: "error" | "warning" | "ignored";
};

const zeroOne = { "0": "no", "1": "yes" };
const yesOrNo = { N: "no", Y: "yes" };

const enrolment: readonly ColumnRule[] = [
  { column: "sex", field: "sex", codes: { M: "male", F: "female", U: "unknown" } },
  { column: "birth_date", field: "yearOfBirth", part: "year" },
];

const diagnosis: readonly ColumnRule[] = [
  { column: "rcc_diagnosis_date", field: "diagnosisDate" },
  { column: "histology", field: "histology" },
  { column: "sarcomatoid", field: "sarcomatoid", codes: zeroOne },
  { column: "fuhrman_grade", field: "grade" },
  { column: "pT", field: "pT" },
  { column: "pN", field: "pN" },
  { column: "M_at_diagnosis", field: "m" },
  { column: "nephrectomy", field: "nephrectomy", codes: zeroOne },
  { column: "nephrectomy_date", field: "nephrectomyDate" },
  { column: "prior_cytokine", field: "priorCytokine", codes: zeroOne },
  { column: "metastatic_date", field: "metastaticDate" },
];

const risk: readonly ColumnRule[] = [
  { column: "risk_assessed_date", field: "date" },
  { column: "karnofsky", field: "karnofsky" },
  { column: "ecog", field: "ecog" },
  { column: "hb_g_dl", field: "haemoglobin", unit: "g/dL" },
  { column: "hb_lln_g_dl", field: "haemoglobinLln" },
  { column: "calcium_mmol_l", field: "calcium", unit: "mmol/L" },
  { column: "calcium_uln_mmol_l", field: "calciumUln" },
  { column: "albumin_g_l", field: "albumin", unit: "g/L" },
  { column: "ldh_u_l", field: "ldh", unit: "U/L" },
  { column: "ldh_uln_u_l", field: "ldhUln" },
  { column: "neutrophils_g_l", field: "neutrophils", unit: "10⁹/L" },
  { column: "neutrophils_uln_g_l", field: "neutrophilsUln" },
  { column: "platelets_g_l", field: "platelets", unit: "10⁹/L" },
  { column: "platelets_uln_g_l", field: "plateletsUln" },
];

const followUp: readonly ColumnRule[] = [
  { column: "vital_status", field: "status" },
  { column: "last_contact_date", field: "date", surplus: "ignored" },
  { column: "death_date", field: "deathDate" },
  { column: "death_cause", field: "deathCause" },
];

const therapy: readonly ColumnRule[] = [
  { column: "line_no", field: "lineNumber" },
  { column: "setting", field: "setting" },
  { column: "drugs", field: "drugs", separator: "+" },
  { column: "start_date", field: "startDate" },
  { column: "stop_date", field: "stopDate" },
  { column: "stop_reason", field: "stopReason" },
  { column: "start_dose_schedule", field: "doseSchedule" },
];

const assessment: readonly ColumnRule[] = [
  { column: "date", field: "date" },
  { column: "role", field: "role" },
  { column: "method", field: "method" },
  { column: "nontarget_status", field: "nontarget" },
  { column: "new_lesion", field: "newLesion", codes: yesOrNo },
  { column: "new_lesion_site", field: "newLesionSite" },
  { column: "overall_response", field: "response" },
  { column: "not_evaluable_reason", field: "notEvaluableReason", surplus: "warning" },
];

/** The columns of each form's entries: of patients.csv for the forms a patient has, of its own file for a line and an assessment. */
export const columnRules: Readonly<Record<FormId, readonly ColumnRule[]>> = {
  enrolment,
  diagnosis,
  risk,
  therapy,
  assessment,
  "follow-up": followUp,
};

/** The columns of one target lesion. */
export const lesionRules: readonly ColumnRule[] = [
  { column: "lesion_label", field: "label" },
  { column: "organ", field: "organ" },
  { column: "is_lymph_node", field: "node", codes: zeroOne },
  { column: "diameter_mm", field: "diameter" },
];

/** The axis a diameter is measured on, by whether the lesion is a node. */
export const axisOfNode: Readonly<Record<string, string>> = { no: "longest", yes: "short" };

/** The course of a line whose stop reason says more than why it was stopped. */
export const courseOfReason: Readonly<Record<string, string>> = {
  ongoing: "ongoing",
  "lost to follow-up": "lost",
};

/** What the files write for the origin of the data; anything else is a clinical record. */
export const originCodes: Readonly<Record<string, string>> = { SYNTHETIC: "synthetic", CLINICAL: "clinical" };

/** How files write the drug classes of the registry, in small letters without spaces and signs. */
export const classSpellings: Readonly<Record<string, readonly string[]>> = {
  "VEGFR-TKI": ["vegfrtki", "rtki", "tki"],
  "VEGF antibody": ["vegfantibody", "vegfmab"],
  "mTOR inhibitor": ["mtorinhibitor", "mtor"],
  cytokine: ["cytokine"],
  "PD-1 inhibitor": ["pd1inhibitor", "pd1", "icipd1", "ici", "checkpointinhibitor"],
  "PD-L1 inhibitor": ["pdl1inhibitor", "pdl1", "icipdl1", "ici", "checkpointinhibitor"],
  "CTLA-4 inhibitor": ["ctla4inhibitor", "ctla4", "icictla4", "ici", "checkpointinhibitor"],
  "HIF-2α inhibitor": ["hif2ainhibitor", "hif2αinhibitor", "hif2a", "hif2α"],
};
