import type { Drug } from "../crf/drug-codes";

/** What makes the index line a failure. Days and months count from the first dose of the line. */
export type ResistanceRule =
  | { readonly rule: "first evaluable assessment" }
  | { readonly rule: "best response"; readonly minimumSdDays: number; readonly confirmation: boolean }
  | { readonly rule: "within months"; readonly months: number }
  | { readonly rule: "first assessment" };

export type ResponseSource = "investigator" | "RECIST 1.1" | "RECIST 1.0";

/** A study as data: every choice between published alternatives, printed on its report. */
export type StudyDefinition = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly indexPosition: "first systemic line" | "any position";
  readonly indexDrugs: readonly Drug[];
  /** Whether a combination holding a listed drug counts as an index line. */
  readonly combinations: boolean;
  readonly resistance: ResistanceRule;
  readonly responseSource: ResponseSource;
  /** Whether clinical progression without imaging counts as PD. */
  readonly clinicalProgression: boolean;
  /** The PD must fall on treatment or at most this many days after the last dose; null: any gap. */
  readonly onTreatmentDays: number | null;
  readonly excludeToxicity: boolean;
  /** The data cut-off, an ISO date, its day included; null: none. */
  readonly cutoff: string | null;
  readonly newTherapy: "censors" | "ignored" | "event";
  /** Two or more missed assessments before an event censor, an assessment being due every so many days; null: ignored. */
  readonly assessmentIntervalDays: number | null;
};

/** "Intrinsic resistance to first rTKI": the first row of each choice of the clinical rules. */
export const intrinsicResistance: StudyDefinition = {
  id: "intrinsic-resistance",
  slug: "intrinsic-resistance",
  title: "Intrinsic resistance to first rTKI",
  version: 1,
  indexPosition: "first systemic line",
  indexDrugs: ["sunitinib", "sorafenib"],
  combinations: false,
  resistance: { rule: "first evaluable assessment" },
  responseSource: "investigator",
  clinicalProgression: false,
  onTreatmentDays: 28,
  excludeToxicity: true,
  cutoff: null,
  newTherapy: "censors",
  assessmentIntervalDays: 84,
};
