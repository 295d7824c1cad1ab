import { completedDate, dayNumber, isPartialDate } from "@/lib/crf/partial-date";
import type { Timeline, TimelineLine } from "@/lib/charts/patient-timeline";
import type { Entry } from "@/lib/entries/entry";
import { type TherapyLine, therapyLines } from "@/lib/patients/lines";
import { followUpDate, vitalOf } from "./patient-summary";

/** The day of a date as drawn: partial dates completed by the registry's rule; null where there is none. */
export function dayOf(value: unknown): number | null {
  return typeof value === "string" && isPartialDate(value) ? completedDate(value).day : null;
}

/** A patient's entries, drafts too, as the timeline draws them; null while no line has a start. */
export function timelineOf(entries: readonly Entry[], today: string): Timeline | null {
  const vital = vitalOf(entries);
  const endDay = vital && dayOf(followUpDate(vital));
  const assessments = entries.filter((entry) => entry.form === "assessment");
  const lines = therapyLines(entries).flatMap((line) => timelineLine(line, assessments));
  if (lines.length === 0) return null;
  const known = [
    ...lines.flatMap((line) => [line.startDay, line.stopDay ?? 0, ...line.assessments.map(({ day }) => day)]),
    endDay ?? 0,
  ];
  const status = vital?.content.values.status;
  return {
    lines,
    end:
      endDay !== null && (status === "dead" || status === "alive" || status === "lost")
        ? { day: endDay, status }
        : null,
    lastDay: Math.min(Math.max(...known), dayNumber(today)),
  };
}

function timelineLine({ entry, number, drugs }: TherapyLine, assessments: readonly Entry[]): TimelineLine[] {
  const { values } = entry.content;
  const startDay = dayOf(values.startDate);
  if (startDay === null) return [];
  const visits = assessments
    .filter((visit) => visit.content.values.line === entry.id)
    .flatMap((visit) => {
      const day = dayOf(visit.content.values.date);
      return day === null ? [] : [{ id: visit.id, day, response: responseOf(visit) }];
    });
  const stopDay = values.status === "stopped" ? dayOf(values.stopDate) : null;
  return [
    { id: entry.id, number, drugs, startDay, stopDay, assessments: visits.toSorted((a, b) => a.day - b.day) },
  ];
}

/** `baseline`, the investigator's response, or an empty text. */
export function responseOf(visit: Entry): string {
  const { role, response } = visit.content.values;
  if (role === "baseline") return "baseline";
  return typeof response === "string" ? response : "";
}

/** The order of assessments: by their dates, those without one first. */
export function byVisitDate(a: Entry, b: Entry): number {
  return String(a.content.values.date ?? "").localeCompare(String(b.content.values.date ?? ""), "en");
}
