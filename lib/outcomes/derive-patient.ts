import { bestOverallResponse, lineOutcome } from "../oncology/best-response";
import { lineClass } from "../oncology/drugs";
import { indexLine, nextLine } from "../oncology/therapy-sequence";
import { lineTimes, survivalTimes } from "./endpoints";
import { isoDate } from "./interval";
import type {
  OutcomeLine,
  PatientOutcome,
  Progression,
  SubsequentLine,
  TimeToEvent,
  Verdict,
} from "./patient-outcome";
import type { PatientRecord } from "./patient-record";
import { type PatientView, patientView, type ViewedLine } from "./patient-view";
import { criteria, dayOnLine, firstProgression, type Subject } from "./predicates";
import { resistanceClass } from "./resistance-class";
import { riskAtIndex } from "./risk-at-index";
import type { ResponseSource, StudyDefinition } from "./study-definition";

/** Everything a study derives of one patient, from the record alone: membership with its reasons, the lines it concerns, times to events. */
export function derivePatient(record: PatientRecord, definition: StudyDefinition): PatientOutcome {
  const view = patientView(record, definition);
  const { metastatic, index } = indexLine(view.lines, {
    position: definition.indexPosition,
    drugs: definition.indexDrugs,
    combinations: definition.combinations,
  });
  const verdicts = judged({ definition, lines: view.lines, metastatic, index });
  const failedAt = verdicts.find((item) => item.verdict !== "pass")?.id ?? null;
  const next = index ? nextLine(view.lines, index) : null;
  return {
    patientId: record.patientId,
    pseudonym: record.pseudonym,
    sourceId: record.sourceId,
    site: record.site,
    sex: record.enrolment.values.sex ?? "unknown",
    included: failedAt === null,
    failedAt,
    verdicts,
    lines: view.lines.map(outcomeLine),
    index: index ? outcomeLine(index) : null,
    risk: index ? riskAtIndex(record, index, metastatic[0] ?? index) : null,
    progression: index ? progressionOf(index) : null,
    subsequent: next ? subsequentLine(next) : null,
    vital: vitalOf(view),
    timesToEvent: timesOf(view, definition, index),
  };
}

function judged(subject: Subject): Verdict[] {
  return criteria.map(({ id, label, judge }) => ({
    id,
    label: label(subject.definition),
    ...judge(subject),
  }));
}

const datedResponses = (line: ViewedLine, source?: ResponseSource) =>
  line.visits.map((visit) => ({
    day: dayOnLine(line, visit),
    response: source ? visit.responses[source] : visit.response,
  }));

const unconfirmed = { minimumSdDays: 42, confirmation: false };

function outcomeLine(line: ViewedLine): OutcomeLine {
  const best = (source?: ResponseSource) => bestOverallResponse(datedResponses(line, source), unconfirmed);
  const bestResponse = best();
  return {
    entryId: line.id,
    sourceId: line.sourceId,
    number: line.number,
    drugs: line.drugs,
    lineClass: lineClass(line.drugs),
    setting: line.setting,
    startDate: isoDate(line.start),
    stopDate: line.stop ? isoDate(line.stop) : null,
    stopReason: line.stopReason,
    bestResponse,
    bestResponses: {
      investigator: best("investigator"),
      "RECIST 1.1": best("RECIST 1.1"),
      "RECIST 1.0": best("RECIST 1.0"),
    },
    resistance: resistanceClass(line, bestResponse),
  };
}

function subsequentLine(line: ViewedLine): SubsequentLine {
  return { ...outcomeLine(line), outcome: lineOutcome(datedResponses(line)) };
}

/** The first PD of the line, and its mode: "new lesion" if that assessment shows one, else "growth"; "clinical" without imaging. */
function progressionOf(line: ViewedLine): Progression | null {
  const visit = firstProgression(line);
  if (!visit) return null;
  const imaged = visit.newLesion ? "new lesion" : "growth";
  return {
    date: isoDate(visit.at),
    day: dayOnLine(line, visit),
    mode: visit.clinical ? "clinical" : imaged,
    source: visit.source,
  };
}

function vitalOf({ death, lastContact, lost }: PatientView): PatientOutcome["vital"] {
  if (death) return { status: "dead", date: isoDate(death.at) };
  return { status: lost ? "lost" : "alive", date: lastContact ? isoDate(lastContact.at) : null };
}

function timesOf(view: PatientView, definition: StudyDefinition, index: ViewedLine | null): TimeToEvent[] {
  const ofLines = view.lines.flatMap((line) => lineTimes({ view, definition, line }));
  return index ? [...survivalTimes({ view, definition, line: index }), ...ofLines] : ofLines;
}
