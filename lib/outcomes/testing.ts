import { dateOfDay, dayNumber } from "../crf/partial-date";
import type { FormValues } from "../crf/forms";
import type { PatientRecord, RecordEntry } from "./patient-record";

/** The first dose of the first line in records made for tests. */
export const origin = "2009-03-01";

/** The date so many days after the origin. */
export const on = (day: number) => dateOfDay(dayNumber(origin) + day);

type Therapy = FormValues["therapy"];
type Assessment = FormValues["assessment"];

const entry = <V>(id: string, values: V): RecordEntry<V> => ({ id, sourceId: null, values });

/** A metastatic sunitinib line from the origin, stopped for progression on day 90, unless said otherwise. */
export function line(id: string, over: Partial<Therapy> = {}): RecordEntry<Therapy> {
  return entry(id, {
    setting: "metastatic",
    drugs: ["sunitinib"],
    doseSchedule: null,
    lineNumber: null,
    startDate: origin,
    status: "stopped",
    stopDate: on(90),
    stopReason: "progression",
    modifications: [],
    note: null,
    ...over,
  });
}

/** A follow-up visit of a line, by its day after the origin and its response. */
export function visit(
  lineId: string,
  day: number,
  response: Assessment["response"],
  over: Partial<Assessment> = {},
): RecordEntry<Assessment> {
  return entry(`${lineId}-${day}-${response}`, {
    line: lineId,
    date: on(day),
    role: "follow-up",
    method: "CT",
    lesions: [],
    nontarget: "none",
    newLesion: "no",
    newLesionSite: null,
    response,
    notEvaluableReason: null,
    note: null,
    ...over,
  });
}

type FollowUp = FormValues["follow-up"];

/** Last seen alive on a day. */
export function alive(day: number, over: Partial<FollowUp> = {}): RecordEntry<FollowUp> {
  return entry(`alive-${day}`, {
    status: "alive",
    date: on(day),
    deathDate: null,
    deathCause: null,
    note: null,
    ...over,
  });
}

/** Died on a day. */
export function dead(day: number): RecordEntry<FollowUp> {
  return entry(`dead-${day}`, {
    status: "dead",
    date: null,
    deathDate: on(day),
    deathCause: "mRCC",
    note: null,
  });
}

/** A patient's record from its parts. */
export function patient(parts: Partial<PatientRecord>): PatientRecord {
  return {
    patientId: "patient",
    pseudonym: "BER-0001",
    sourceId: null,
    site: "BER",
    enrolment: entry("patient", {
      site: "BER",
      pseudonym: "BER-0001",
      sex: "female",
      yearOfBirth: 1950,
      consentDate: null,
      consentScope: null,
      dataOrigin: "synthetic",
    }),
    diagnosis: null,
    therapies: [],
    risks: [],
    assessments: [],
    followUps: [],
    ...parts,
  };
}
