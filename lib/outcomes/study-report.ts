import type { CriterionId, PatientOutcome } from "./patient-outcome";
import type { StudyDefinition } from "./study-definition";

/** A patient behind a figure. */
export type PatientRef = {
  readonly id: string;
  readonly pseudonym: string;
  readonly sourceId: string | null;
};

export type Interval = { readonly lower: number | null; readonly upper: number | null };
export type MedianMethod = "log-log" | "log" | "plain" | "spss";

/** One figure of a report, with the patients it counts or summarises. Null where it is not reached or cannot be computed. */
export type Figure = {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly unit: "patients" | "months" | "p";
  readonly lower: number | null;
  readonly upper: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** The number the figure was computed over: for a count its denominator. */
  readonly n: number;
  readonly events: number | null;
  readonly p: number | null;
  readonly method: string;
  readonly patients: readonly PatientRef[];
  /** The same figure in days, for times. */
  readonly days?: {
    readonly median: number | null;
    readonly min: number | null;
    readonly max: number | null;
  };
  readonly intervals?: Readonly<Record<MedianMethod, Interval>>;
  /** The proportion value / n with its exact interval, for counts that are rates. */
  readonly proportion?: { readonly value: number; readonly lower: number; readonly upper: number };
  readonly note?: string;
};

/** One box of the flow diagram: who leaves at a criterion, and who is left. */
export type FlowStep = {
  readonly criterion: CriterionId;
  readonly label: string;
  readonly excluded: readonly PatientRef[];
  readonly unknown: readonly PatientRef[];
  readonly remaining: number;
};

/** One patient's time and status in a survival figure. Days are whole. */
export type SurvivalSubject = {
  readonly patient: PatientRef;
  readonly days: number;
  readonly event: 0 | 1;
  readonly reason: string;
};

export type SurvivalData = {
  readonly id: "os" | "pfs_subsequent";
  readonly title: string;
  readonly origin: string;
  readonly subjects: readonly SurvivalSubject[];
};

/** Outcome of the subsequent line by group, over evaluable lines, with the tests named. */
export type ContingencyTable = {
  readonly id: "disease_control_by_mode" | "disease_control_by_class";
  readonly title: string;
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly stabilised: readonly PatientRef[];
    readonly refractory: readonly PatientRef[];
    readonly notEvaluable: readonly PatientRef[];
  }[];
  readonly tests: readonly { readonly name: string; readonly p: number | null; readonly note: string }[];
};

export type Method = { readonly name: string; readonly text: string };

/** A study recomputed: everything the page, the exports and the command line show. */
export type StudyReport = {
  readonly study: StudyDefinition;
  readonly generatedAt: string;
  readonly registered: readonly PatientRef[];
  readonly figures: readonly Figure[];
  readonly flow: readonly FlowStep[];
  readonly survival: readonly SurvivalData[];
  readonly tables: readonly ContingencyTable[];
  readonly outcomes: readonly PatientOutcome[];
  readonly methods: readonly Method[];
  /** The results as sentences. */
  readonly text: readonly string[];
};
