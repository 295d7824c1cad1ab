import { dateText } from "../crf/partial-date";
import { bestOverallResponse, isEvaluable } from "../oncology/best-response";
import { isoDate, months } from "./interval";
import type { CriterionId, Source, Verdict } from "./patient-outcome";
import type { LineVisit, ViewedLine } from "./patient-view";
import type { StudyDefinition } from "./study-definition";

/** What the criteria of a study are judged on. */
export type Subject = {
  readonly definition: StudyDefinition;
  readonly lines: readonly ViewedLine[];
  readonly metastatic: readonly ViewedLine[];
  readonly index: ViewedLine | null;
};

type Judgement = Pick<Verdict, "verdict" | "value" | "source" | "reason">;

export type Criterion = {
  readonly id: CriterionId;
  readonly label: (definition: StudyDefinition) => string;
  readonly judge: (subject: Subject) => Judgement;
};

const judgement = (
  verdict: Verdict["verdict"],
  reason: string,
  value: string | null = null,
  source: Source | null = null,
): Judgement => ({ verdict, reason, value, source });

const noIndexLine = judgement("unknown", "There is no index line to judge.");

const therapySource = (line: ViewedLine, field: string): Source => ({
  form: "therapy",
  entryId: line.id,
  sourceId: line.sourceId,
  field,
});

const drugsText = (line: ViewedLine) => line.drugs.join(" + ");

/** The day of a visit counted from the first dose of its line. */
export function dayOnLine(line: ViewedLine, visit: LineVisit): number {
  return visit.at.day - line.start.day;
}

const visitText = (line: ViewedLine, visit: LineVisit) =>
  `${visit.clinical ? "clinical " : ""}${visit.response} on ${dateText(isoDate(visit.at))}, day ${dayOnLine(line, visit)}`;

/** The first PD of a line, or undefined. */
export function firstProgression(line: ViewedLine): LineVisit | undefined {
  return line.visits.find((visit) => visit.response === "PD");
}

function metastaticLine({ lines, metastatic }: Subject): Judgement {
  const [first] = metastatic;
  if (first)
    return judgement(
      "pass",
      "There is a systemic line for metastatic disease.",
      `${metastatic.length === 1 ? "1 line" : `${metastatic.length} lines`}, first ${drugsText(first)}`,
      therapySource(first, "setting"),
    );
  const [other] = lines;
  return other
    ? judgement(
        "fail",
        "No line is for metastatic disease.",
        `${drugsText(other)}, ${other.setting ?? "setting unknown"}`,
        therapySource(other, "setting"),
      )
    : judgement("fail", "No systemic line is recorded.");
}

function indexDrug({ metastatic, index, definition }: Subject): Judgement {
  const [first] = metastatic;
  if (index)
    return judgement("pass", "The drug is an index drug.", drugsText(index), therapySource(index, "drugs"));
  if (!first) return judgement("unknown", "There is no line for metastatic disease.");
  const where = definition.indexPosition === "first systemic line" ? "The first line" : "No line";
  const combination = first.drugs.length > 1 && !definition.combinations;
  const reason =
    where === "No line"
      ? "No line has an index drug."
      : `The first line ${combination ? "is a combination, which does not count" : "has another drug"}.`;
  return judgement("fail", reason, drugsText(first), therapySource(first, "drugs"));
}

function evaluable({ index }: Subject): Judgement {
  if (!index) return noIndexLine;
  const first = index.visits.find((visit) => isEvaluable(visit.response));
  if (first) return judgement("pass", "The line was evaluated.", visitText(index, first), first.source);
  const count = index.visits.length;
  return count === 0
    ? judgement("fail", "Never staged on the index line.", "no assessment", therapySource(index, "startDate"))
    : judgement(
        "fail",
        "No assessment of the index line was evaluable.",
        `${count} not evaluable`,
        index.visits[0]?.source,
      );
}

function resistanceEvent({ index, definition }: Subject): Judgement {
  if (!index) return noIndexLine;
  const first = index.visits.find((visit) => isEvaluable(visit.response));
  if (!first) return judgement("unknown", "The index line was never evaluable.");
  const progression = firstProgression(index);
  const verdictOn = (visit: LineVisit, passes: boolean, what: string) =>
    judgement(passes ? "pass" : "fail", what, visitText(index, visit), visit.source);
  const rule = definition.resistance;
  switch (rule.rule) {
    case "first evaluable assessment":
      return first.response === "PD"
        ? verdictOn(first, true, "Progression at the first evaluable assessment.")
        : verdictOn(first, false, `${first.response} at the first evaluable assessment, not progression.`);
    case "first assessment": {
      const visit = index.visits[0] ?? first;
      return visit.response === "PD"
        ? verdictOn(visit, true, "Progression at the first assessment.")
        : verdictOn(visit, false, `${visit.response} at the first assessment, not progression.`);
    }
    case "within months": {
      if (!progression) return verdictOn(first, false, "No progression on the index line.");
      const passes = months(dayOnLine(index, progression)) <= rule.months;
      const what = `Progression ${passes ? "within" : "later than"} ${rule.months} months.`;
      return verdictOn(progression, passes, what);
    }
    case "best response": {
      const visits = index.visits.map((visit) => ({
        day: dayOnLine(index, visit),
        response: visit.response,
      }));
      const best = bestOverallResponse(visits, rule);
      const shown = progression ?? first;
      if (best === "NE")
        return judgement("unknown", "The best response is not evaluable.", "NE", shown.source);
      if (best !== "PD" || !progression)
        return verdictOn(shown, false, `The best response is ${best}, not progression.`);
      return verdictOn(progression, true, "Progression is the best response.");
    }
  }
}

function onTreatment({ index, definition }: Subject): Judgement {
  if (!index) return noIndexLine;
  const progression = firstProgression(index);
  if (!progression) return judgement("unknown", "There is no progression on the index line.");
  if (definition.onTreatmentDays === null)
    return judgement("pass", "Any gap after the last dose is allowed.", null, progression.source);
  if (index.course !== "stopped")
    return judgement(
      "pass",
      index.course === "lost" ? "On treatment when last seen." : "The line is ongoing.",
      index.course,
      therapySource(index, "status"),
    );
  const source = therapySource(index, "stopDate");
  if (!index.stop) return judgement("unknown", "The date of the last dose is not known.", null, source);
  const gap = progression.at.day - index.stop.day;
  const value = gap <= 0 ? "on treatment" : `${gap} days after the last dose`;
  return gap <= definition.onTreatmentDays
    ? judgement("pass", "Progression on treatment or soon after it.", value, source)
    : judgement(
        "fail",
        `Progression more than ${definition.onTreatmentDays} days after the last dose.`,
        value,
        source,
      );
}

function notToxicity({ index, definition }: Subject): Judgement {
  if (!index) return noIndexLine;
  const source = therapySource(index, "stopReason");
  if (!definition.excludeToxicity)
    return judgement("pass", "A stop for toxicity is not excluded.", index.stopReason, source);
  return index.stopReason === "toxicity"
    ? judgement("fail", "The line was stopped for toxicity.", "toxicity", source)
    : judgement("pass", "The line was not stopped for toxicity.", index.stopReason ?? index.course, source);
}

const resistanceLabel = ({ resistance }: StudyDefinition): string => {
  switch (resistance.rule) {
    case "first evaluable assessment":
      return "Progression at the first evaluable assessment";
    case "first assessment":
      return "Progression at the first assessment";
    case "within months":
      return `Progression within ${resistance.months} months`;
    case "best response":
      return "Progression as best response";
  }
};

/**
 * The criteria in the order in which they exclude (reading 4). The same list selects the cohort, explains each patient's
 * membership, and counts the boxes of the flow diagram.
 */
export const criteria: readonly Criterion[] = [
  { id: "metastatic_line", label: () => "Systemic line for metastatic disease", judge: metastaticLine },
  {
    id: "index_drug",
    label: ({ indexPosition, indexDrugs }) =>
      `${indexPosition === "first systemic line" ? "First line" : "A line"} with ${
        indexDrugs.length > 3 ? "an index drug" : indexDrugs.join(" or ")
      }`,
    judge: indexDrug,
  },
  { id: "evaluable", label: () => "Evaluable on the index line", judge: evaluable },
  { id: "resistance_event", label: resistanceLabel, judge: resistanceEvent },
  {
    id: "on_treatment",
    label: ({ onTreatmentDays }) =>
      onTreatmentDays === null
        ? "Progression at any time"
        : `Progression on treatment or ≤ ${onTreatmentDays} days after the last dose`,
    judge: onTreatment,
  },
  { id: "not_toxicity", label: () => "Not stopped for toxicity", judge: notToxicity },
];
