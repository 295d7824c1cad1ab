import { isEvaluable } from "../oncology/best-response";
import { nextLine } from "../oncology/therapy-sequence";
import { exactly, intervalOf, isoDate, type Moment } from "./interval";
import type { Endpoint, Source, TimeToEvent } from "./patient-outcome";
import type { LineVisit, PatientView, ViewedLine } from "./patient-view";
import { firstProgression } from "./predicates";
import type { StudyDefinition } from "./study-definition";

type End = {
  readonly at: Moment;
  readonly event: 0 | 1;
  readonly reason: string;
  readonly source: Source | null;
};

type Frame = {
  readonly view: PatientView;
  readonly definition: StudyDefinition;
  readonly line: ViewedLine;
};

const timeTo = (line: ViewedLine, endpoint: Endpoint, start: Moment, end: End): TimeToEvent => {
  const until = end.at.day < start.day ? start : end.at;
  return {
    endpoint,
    line: line.number,
    lineEntryId: line.id,
    startDate: isoDate(start),
    endDate: isoDate(until),
    ...intervalOf(start, until),
    event: end.event,
    reason: end.reason,
    source: end.source,
  };
};

/** Survival from a moment: the event is death of any cause; censored at the last contact, and at the start where there is none. */
function survivalEnd({ death, lastContact }: PatientView, start: Moment): End {
  if (death) return { at: death.at, event: 1, reason: "death", source: death.source };
  if (!lastContact) return { at: start, event: 0, reason: "no contact recorded", source: null };
  return { at: lastContact.at, event: 0, reason: "alive at last contact", source: lastContact.source };
}

type ProgressionQuestion = Frame & {
  readonly start: Moment;
  /** Whether death is an event (PFS) or censors (TTP). */
  readonly deathCounts: boolean;
};

type Candidate = End & { readonly visit?: LineVisit };

/** The visits progression is read from: the line's own, and with new therapy ignored those of later lines too. */
function followedVisits({ view, definition, line }: Frame, start: Moment): LineVisit[] {
  const lines =
    definition.newTherapy === "ignored" ? view.lines.filter((item) => item.number >= line.number) : [line];
  return lines
    .flatMap((item) => item.visits)
    .filter((visit) => visit.at.day >= start.day)
    .toSorted((a, b) => a.at.day - b.at.day);
}

/**
 * Progression or death, whichever first (readings 12 and 13). A new therapy censors at the last evaluable assessment on or
 * before its start, is ignored, or is an event, as the study says; on one day the order is PD, death, new therapy.
 * An event after two or more missed assessments is censored at the last evaluable one, and at the origin where there is none.
 */
function progressionEnd(question: ProgressionQuestion): End {
  const { view, definition, line, start, deathCounts } = question;
  const next = nextLine(view.lines, line);
  const limit = definition.newTherapy === "censors" && next ? next.start.day : Infinity;
  const visits = followedVisits(question, start).filter((visit) => visit.at.day <= limit);
  const progression = visits.find((visit) => visit.response === "PD");
  const candidates: Candidate[] = [];
  if (progression)
    candidates.push({
      at: progression.at,
      event: 1,
      reason: progression.clinical ? "clinical progression" : "progression",
      source: progression.source,
      visit: progression,
    });
  const { death } = view;
  if (death && death.at.day <= limit)
    candidates.push({ at: death.at, event: deathCounts ? 1 : 0, reason: "death", source: death.source });
  if (next && definition.newTherapy === "event")
    candidates.push({ at: next.start, event: 1, reason: "new therapy", source: startOf(next) });
  const first = candidates.reduce<Candidate | null>(
    (found, item) => (found && found.at.day <= item.at.day ? found : item),
    null,
  );
  const last = visits.findLast(
    (visit) =>
      isEvaluable(visit.response) && visit !== first?.visit && visit.at.day <= (first?.at.day ?? Infinity),
  );
  const censored = (reason: string): End =>
    last
      ? { at: last.at, event: 0, reason, source: last.source }
      : { at: start, event: 0, reason: `${reason}; no evaluable assessment`, source: startOf(line) };
  if (!first)
    return censored(next && limit < Infinity ? "new therapy" : "no event by the last evaluable assessment");
  if (first.event === 0) return censored("death without progression");
  const due = definition.assessmentIntervalDays;
  if (due !== null && first.at.day - (last?.at ?? start).day > 2 * due)
    return censored(`${first.reason} after two or more missed assessments`);
  return first;
}

const startOf = (line: ViewedLine): Source => ({
  form: "therapy",
  entryId: line.id,
  sourceId: line.sourceId,
  field: "startDate",
});

/** End of the line for any reason; an ongoing line ends at death, or is censored at the last contact. Null where the last dose has no date. */
function failureEnd({ view, line }: Frame): End | null {
  const source: Source = { ...startOf(line), field: "stopDate" };
  if (line.stop) return { at: line.stop, event: 1, reason: line.stopReason ?? "stopped", source };
  if (line.course === "stopped") return null;
  if (view.death && line.course === "ongoing")
    return { at: view.death.at, event: 1, reason: "death on therapy", source: view.death.source };
  const contact = view.lastContact;
  const reason = line.course === "lost" ? "lost to follow-up on therapy" : "ongoing";
  return { at: contact?.at ?? line.start, event: 0, reason, source: contact?.source ?? startOf(line) };
}

function responseDuration(frame: Frame): TimeToEvent[] {
  const { line } = frame;
  const progression = firstProgression(line);
  const response = line.visits.find(
    (visit) =>
      (visit.response === "CR" || visit.response === "PR") &&
      (!progression || visit.at.day <= progression.at.day),
  );
  if (!response) return [];
  const end = progressionEnd({ ...frame, start: response.at, deathCounts: true });
  return [timeTo(line, "DoR", response.at, end)];
}

/** The times to an event of one line. Time origin: the first dose of the line. */
export function lineTimes(frame: Frame): TimeToEvent[] {
  const { line } = frame;
  const failure = failureEnd(frame);
  const progressions = (["PFS", "TTP"] as const).map((endpoint) =>
    timeTo(
      line,
      endpoint,
      line.start,
      progressionEnd({ ...frame, start: line.start, deathCounts: endpoint === "PFS" }),
    ),
  );
  return [
    ...progressions,
    ...(failure ? [timeTo(line, "TTF", line.start, failure)] : []),
    ...(line.stop && failure ? [timeTo(line, "treatment interval", line.start, failure)] : []),
    ...responseDuration(frame),
  ];
}

/** Overall survival from the first dose of the index line, and from its progression, since the mode is not known before (reading 20). */
export function survivalTimes({ view, line }: Frame): TimeToEvent[] {
  const progression = firstProgression(line);
  return [
    timeTo(line, "OS", line.start, survivalEnd(view, line.start)),
    ...(progression
      ? [timeTo(line, "OS from PD", exactly(progression.at.day), survivalEnd(view, progression.at))]
      : []),
  ];
}
