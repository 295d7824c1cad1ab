import { dayNumber } from "../crf/partial-date";
import { computedResponses, type Response, type Visit } from "../oncology/recist";
import { inSequence, type SequencedLine } from "../oncology/therapy-sequence";
import { exactly, type Moment, momentOf } from "./interval";
import type { Source } from "./patient-outcome";
import type { PatientRecord, RecordEntry } from "./patient-record";
import type { ResponseSource, StudyDefinition } from "./study-definition";
import type { FormValues } from "../crf/forms";

/** One follow-up visit of a line with the response the study reads. */
export type LineVisit = {
  readonly at: Moment;
  readonly response: Response;
  /** What each source says of the same visit; the study reads one of them. */
  readonly responses: Readonly<Record<ResponseSource, Response>>;
  readonly newLesion: boolean;
  /** Progression seen without imaging: the line's stop for clinical progression. */
  readonly clinical: boolean;
  readonly source: Source;
};

/** A therapy line as a study sees it: what lies after the cut-off is not there. */
export type ViewedLine = SequencedLine & {
  readonly sourceId: string | null;
  readonly number: number;
  readonly start: Moment;
  readonly stop: Moment | null;
  readonly stopReason: string | null;
  readonly course: "stopped" | "ongoing" | "lost";
  readonly visits: readonly LineVisit[];
};

export type Contact = { readonly at: Moment; readonly source: Source };

/** A patient as a study sees them. */
export type PatientView = {
  readonly lines: readonly ViewedLine[];
  readonly death: Contact | null;
  readonly lastContact: Contact | null;
  readonly lost: boolean;
};

type TherapyEntry = RecordEntry<FormValues["therapy"]>;
type AssessmentEntry = RecordEntry<FormValues["assessment"]>;

const sourceOf = (
  form: Source["form"],
  entry: { readonly id: string; readonly sourceId: string | null },
  field: string,
): Source => ({ form, entryId: entry.id, sourceId: entry.sourceId, field });

/** What a study sees of a patient's record: dates completed, lines in sequence, responses from the source it names, nothing after its cut-off. */
export function patientView(record: PatientRecord, definition: StudyDefinition): PatientView {
  const cutoff = definition.cutoff === null ? null : dayNumber(definition.cutoff);
  const seen = (moment: Moment | null): moment is Moment =>
    moment !== null && (cutoff === null || moment.day <= cutoff);
  const assessments = record.assessments.filter((entry) => seen(momentOf(entry.values.date)));
  const lines = inSequence(
    record.therapies.flatMap((entry) => {
      const start = momentOf(entry.values.startDate);
      return seen(start) ? [viewedLine({ entry, start, assessments, definition, seen })] : [];
    }),
  ).map((line, index) => ({ ...line, number: index + 1 }));
  return { lines, ...vitalStatus(record, assessments, cutoff) };
}

type LineInput = {
  readonly entry: TherapyEntry;
  readonly start: Moment;
  readonly assessments: readonly AssessmentEntry[];
  readonly definition: StudyDefinition;
  readonly seen: (moment: Moment | null) => moment is Moment;
};

function viewedLine({ entry, start, assessments, definition, seen }: LineInput): ViewedLine {
  const { values } = entry;
  const recordedStop = values.status === "stopped" ? momentOf(values.stopDate) : null;
  const unseenStop = recordedStop !== null && !seen(recordedStop);
  const stop = unseenStop ? null : recordedStop;
  const course = unseenStop ? "ongoing" : (values.status ?? "ongoing");
  const stopReason = course === "stopped" ? values.stopReason : null;
  const imaging = visitsOf(
    assessments.filter((assessment) => assessment.values.line === entry.id),
    definition,
  );
  const clinical: LineVisit[] =
    definition.clinicalProgression && stop && stopReason === "clinical progression"
      ? [
          {
            at: stop,
            response: "PD",
            responses: { investigator: "PD", "RECIST 1.1": "PD", "RECIST 1.0": "PD" },
            newLesion: false,
            clinical: true,
            source: sourceOf("therapy", entry, "stopReason"),
          },
        ]
      : [];
  return {
    id: entry.id,
    sourceId: entry.sourceId,
    number: 0,
    setting: values.setting,
    drugs: values.drugs ?? [],
    givenNumber: values.lineNumber,
    startDay: start.day,
    stopDay: stop?.day ?? null,
    start,
    stop,
    stopReason,
    course,
    visits: [...imaging, ...clinical].toSorted((a, b) => a.at.day - b.at.day),
  };
}

const byDate = (a: AssessmentEntry, b: AssessmentEntry) =>
  (momentOf(a.values.date)?.day ?? 0) - (momentOf(b.values.date)?.day ?? 0) ||
  (a.sourceId ?? a.id).localeCompare(b.sourceId ?? b.id, "en", { numeric: true });

const visitOf = ({ values }: AssessmentEntry): Visit => ({
  lesions: values.lesions.map((lesion) => ({
    label: lesion.label ?? "",
    node: lesion.node === "yes",
    diameterMm: lesion.diameter,
  })),
  nonTarget: values.nontarget,
  newLesion: values.newLesion === "yes",
});

function visitsOf(assessments: readonly AssessmentEntry[], definition: StudyDefinition): LineVisit[] {
  const ordered = assessments.toSorted(byDate);
  const visits = ordered.filter((entry) => entry.values.role === "follow-up");
  const baseline = ordered.filter((entry) => entry.values.role === "baseline").at(-1);
  const { responseSource } = definition;
  const first = baseline ? visitOf(baseline) : null;
  const findings = visits.map(visitOf);
  const [by11, by10] = [computedResponses(first, findings, "1.1"), computedResponses(first, findings, "1.0")];
  return visits.flatMap((entry, index): LineVisit[] => {
    const at = momentOf(entry.values.date);
    if (!at) return [];
    const responses = {
      investigator: entry.values.response ?? "NE",
      "RECIST 1.1": by11[index] ?? "NE",
      "RECIST 1.0": by10[index] ?? "NE",
    } as const;
    return [
      {
        at,
        response: responses[responseSource],
        responses,
        newLesion: entry.values.newLesion === "yes",
        clinical: false,
        source: sourceOf("assessment", entry, responseSource === "investigator" ? "response" : "lesions"),
      },
    ];
  });
}

const latest = (contacts: readonly Contact[]): Contact | null =>
  contacts.reduce<Contact | null>(
    (found, contact) => (found && found.at.day >= contact.at.day ? found : contact),
    null,
  );

/**
 * Dead once a follow-up says so. Last contact is the latest follow-up or assessment; without a follow-up the latest dated record.
 * A later death means alive, and nobody is followed beyond the cut-off (reading 14).
 */
function vitalStatus(
  record: PatientRecord,
  assessments: readonly AssessmentEntry[],
  cutoff: number | null,
): Omit<PatientView, "lines"> {
  const contact = (form: Source["form"], entry: { id: string; sourceId: string | null }, field: string) => {
    return (date: string | null): Contact[] => {
      const at = momentOf(date);
      return at ? [{ at, source: sourceOf(form, entry, field) }] : [];
    };
  };
  const deaths = record.followUps
    .filter((entry) => entry.values.status === "dead")
    .flatMap((entry) => contact("follow-up", entry, "deathDate")(entry.values.deathDate));
  const followUps = record.followUps
    .filter((entry) => entry.values.status !== "dead")
    .flatMap((entry) => contact("follow-up", entry, "date")(entry.values.date));
  const staged = assessments.flatMap((entry) => contact("assessment", entry, "date")(entry.values.date));
  const others =
    record.followUps.length > 0
      ? []
      : [
          ...record.therapies.flatMap((entry) => [
            ...contact("therapy", entry, "startDate")(entry.values.startDate),
            ...contact("therapy", entry, "stopDate")(entry.values.stopDate),
          ]),
          ...record.risks.flatMap((entry) => contact("risk", entry, "date")(entry.values.date)),
        ];
  const alive = latest([...followUps, ...staged, ...others]);
  const death = deaths[0] ? notBefore(deaths[0], alive) : null;
  const beyond = (found: Contact | null) => found !== null && cutoff !== null && found.at.day > cutoff;
  const atCutoff = (found: Contact): Contact => ({ ...found, at: exactly(cutoff ?? found.at.day) });
  const lost = latest(followUps)?.source.entryId;
  const isLost = record.followUps.some((entry) => entry.id === lost && entry.values.status === "lost");
  if (death && !beyond(death)) return { death, lastContact: death, lost: false };
  const lastKnown = latest([...(alive ? [alive] : []), ...(death ? [death] : [])]);
  if (lastKnown && beyond(lastKnown)) return { death: null, lastContact: atCutoff(lastKnown), lost: false };
  return { death: null, lastContact: lastKnown, lost: isLost };
}

/** A partial date of death is not completed to a day before the patient was last seen alive, where it allows a later one. */
function notBefore(death: Contact, alive: Contact | null): Contact {
  const day = Math.min(Math.max(death.at.day, alive?.at.day ?? death.at.day), death.at.latestDay);
  return { ...death, at: { ...death.at, day } };
}
