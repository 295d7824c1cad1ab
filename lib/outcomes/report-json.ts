import type { PatientOutcome, Verdict } from "./patient-outcome";
import type { Figure, PatientRef, StudyReport } from "./study-report";

const nameOf = (patient: Pick<PatientRef, "pseudonym" | "sourceId">) => patient.sourceId ?? patient.pseudonym;

const sourceOf = ({ source }: Verdict) =>
  source && { form: source.form, entry: source.sourceId ?? source.entryId, field: source.field };

const figureJson = (figure: Figure) => ({ ...figure, patients: figure.patients.map(nameOf) });

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
