import type { OutcomeLine, PatientOutcome, Verdict } from "./patient-outcome";
import type { Figure, PatientRef, StudyReport } from "./study-report";

const nameOf = (patient: Pick<PatientRef, "pseudonym" | "sourceId">) => patient.sourceId ?? patient.pseudonym;

const sourceOf = ({ source }: Verdict) =>
  source && { form: source.form, entry: source.sourceId ?? source.entryId, field: source.field };

const figureJson = (figure: Figure) => ({ ...figure, patients: figure.patients.map(nameOf) });

const lineJson = (line: OutcomeLine) => ({
  line: line.sourceId ?? line.entryId,
  number: line.number,
  drugs: line.drugs,
  class: line.lineClass,
  start: line.startDate,
  stop: line.stopDate,
  bestResponse: line.bestResponses,
  resistance: line.resistance,
});

/** What stands behind a patient of the cohort: index line, PD and its mode, next line, every endpoint in days, risk groups at index. */
const memberJson = (outcome: PatientOutcome) => ({
  patient: nameOf(outcome),
  index: outcome.index && lineJson(outcome.index),
  progression: outcome.progression && {
    assessment: outcome.progression.source.sourceId ?? outcome.progression.source.entryId,
    date: outcome.progression.date,
    day: outcome.progression.day,
    mode: outcome.progression.mode,
  },
  subsequent: outcome.subsequent && {
    ...lineJson(outcome.subsequent),
    outcome: outcome.subsequent.outcome,
  },
  lines: outcome.lines.map(lineJson),
  endpoints: outcome.timesToEvent.map(({ endpoint, line, days, minDays, maxDays, event, reason }) => ({
    endpoint,
    line,
    days,
    minDays,
    maxDays,
    event,
    reason,
  })),
  risk: outcome.risk && { ageDays: outcome.risk.ageDays, ...outcome.risk.scores },
});

const verdictJson = (outcome: PatientOutcome) => ({
  patient: nameOf(outcome),
  included: outcome.included,
  failedAt: outcome.failedAt,
  criteria: outcome.verdicts.map((item) => ({
    id: item.id,
    verdict: item.verdict,
    value: item.value,
    reason: item.reason,
    source: sourceOf(item),
  })),
});

/** A report as plain JSON: patients by the id of their source where they were imported, else by pseudonym; times in months at full precision. */
export function reportJson(report: StudyReport) {
  return {
    study: { slug: report.study.slug, title: report.study.title, version: report.study.version },
    cutoff: report.study.cutoff,
    generatedAt: report.generatedAt,
    registered: report.registered.length,
    figures: report.figures.map(figureJson),
    verdicts: report.outcomes.map(verdictJson),
    cohort: report.outcomes.filter((outcome) => outcome.included).map(memberJson),
    flow: report.flow.map((step) => ({
      criterion: step.criterion,
      label: step.label,
      excluded: step.excluded.map(nameOf),
      remaining: step.remaining,
    })),
    methods: report.methods,
    text: report.text,
  };
}
