import type { FormId } from "../crf/forms";
import type { LineOutcome } from "../oncology/best-response";
import type { LineClass } from "../oncology/drugs";
import type { Response } from "../oncology/recist";
import type { RiskResult, RiskScore } from "../oncology/risk-group";
import type { ResponseSource } from "./study-definition";

export type CriterionId =
  "metastatic_line" | "index_drug" | "evaluable" | "resistance_event" | "on_treatment" | "not_toxicity";

/** The record and field a value was read from. `sourceId` is the entry's id in an imported file. */
export type Source = {
  readonly form: FormId;
  readonly entryId: string;
  readonly sourceId: string | null;
  readonly field: string;
};

/** One criterion of the study for one patient. */
export type Verdict = {
  readonly id: CriterionId;
  readonly label: string;
  readonly verdict: "pass" | "fail" | "unknown";
  /** The value the verdict rests on, as it is read: `sunitinib`, `PD on 24 Aug 2009, day 110`. */
  readonly value: string | null;
  readonly source: Source | null;
  readonly reason: string;
};

export type ProgressionMode = "new lesion" | "growth" | "clinical";

export const endpoints = ["OS", "PFS", "TTP", "TTF", "treatment interval", "DoR", "OS from PD"] as const;
export type Endpoint = (typeof endpoints)[number];

/** One time to an event. Days are end − start; `minDays` and `maxDays` differ from `days` where a date was partial. */
export type TimeToEvent = {
  readonly endpoint: Endpoint;
  /** The number of the line in the patient's sequence, from 1. */
  readonly line: number;
  readonly lineEntryId: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly days: number;
  readonly minDays: number;
  readonly maxDays: number;
  readonly event: 0 | 1;
  readonly reason: string;
  readonly source: Source | null;
};

/** A therapy line as an outcome reads it. Dates are ISO, completed where they were partial. */
export type OutcomeLine = {
  readonly entryId: string;
  readonly sourceId: string | null;
  readonly number: number;
  readonly drugs: readonly string[];
  readonly lineClass: LineClass;
  readonly setting: string | null;
  readonly startDate: string;
  readonly stopDate: string | null;
  readonly stopReason: string | null;
  /** The unconfirmed best response of the line, from the source the study reads. */
  readonly bestResponse: Response;
  /** The unconfirmed best response by each source. */
  readonly bestResponses: Readonly<Record<ResponseSource, Response>>;
  readonly resistance: ResistanceClass;
};

/** How a line ended for the disease; `lib/outcomes/resistance-class` has the rules. */
export type ResistanceClass =
  "primary refractory" | "acquired" | "ongoing" | "stopped for toxicity" | "not evaluable" | "other";

/** The risk scores at the index line, from the latest record on or before its start, and how old that was. */
export type RiskAtIndex = {
  readonly source: Source | null;
  readonly ageDays: number | null;
  readonly scores: Readonly<Record<RiskScore, Pick<RiskResult, "points" | "unknown" | "possible" | "group">>>;
};

export type Progression = {
  readonly date: string;
  /** Days from the first dose of the line. */
  readonly day: number;
  readonly mode: ProgressionMode;
  readonly source: Source;
};

export type SubsequentLine = OutcomeLine & { readonly outcome: LineOutcome };

/** Everything one study derives of one patient: what figures, tables, sentences and exports read. */
export type PatientOutcome = {
  readonly patientId: string;
  readonly pseudonym: string;
  readonly sourceId: string | null;
  readonly site: string;
  readonly sex: "male" | "female" | "unknown";
  readonly included: boolean;
  /** The first criterion that was not passed; null when included. */
  readonly failedAt: CriterionId | null;
  readonly verdicts: readonly Verdict[];
  /** Every line, in sequence. */
  readonly lines: readonly OutcomeLine[];
  readonly index: OutcomeLine | null;
  readonly risk: RiskAtIndex | null;
  readonly progression: Progression | null;
  /** The very next systemic line after the index line. */
  readonly subsequent: SubsequentLine | null;
  readonly vital: { readonly status: "alive" | "dead" | "lost"; readonly date: string | null };
  readonly timesToEvent: readonly TimeToEvent[];
};
