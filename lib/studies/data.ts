import { and, eq, inArray } from "drizzle-orm";
import { patientOutcomes } from "../../db/schema/outcomes";
import type { Context } from "../auth/viewer";
import { patientRecords } from "../entries/patient-record";
import { derivePatient } from "../outcomes/derive-patient";
import type { PatientOutcome } from "../outcomes/patient-outcome";
import { report } from "../outcomes/report";
import type { StudyDefinition } from "../outcomes/study-definition";
import type { StudyReport } from "../outcomes/study-report";
import { visiblePatients } from "../patients/data";
import { studyBySlug, studyDefinitions } from "./definitions";

/** The studies, for everybody who may read outcomes. */
export function studies(): readonly StudyDefinition[] {
  return studyDefinitions;
}

/** The report of a study over the stored outcomes of the viewer's sites; null for an unknown slug. */
export async function studyReport(context: Context, slug: string): Promise<StudyReport | null> {
  const definition = studyBySlug(slug);
  if (!definition) return null;
  return report(definition, await outcomesOf(context, definition), { generatedAt: context.now });
}

const patientsPerRead = 200;

/** The report of any definition, derived now from the records within the viewer's sites. */
export async function reportOf(context: Context, definition: StudyDefinition): Promise<StudyReport> {
  const ids = (await visiblePatients(context)).map((row) => row.id);
  const outcomes: PatientOutcome[] = [];
  for (let from = 0; from < ids.length; from += patientsPerRead) {
    const records = await patientRecords(context.db.read, ids.slice(from, from + patientsPerRead));
    outcomes.push(...records.map((record) => derivePatient(record, definition)));
  }
  return report(definition, outcomes.toSorted(byPseudonym), { generatedAt: context.now });
}

const byPseudonym = (a: PatientOutcome, b: PatientOutcome) => (a.pseudonym < b.pseudonym ? -1 : 1);

/** What each study derived of one patient, in the order of the studies. The caller has checked that the viewer may see the patient. */
export async function patientOutcomesOf(
  context: Context,
  patientId: string,
): Promise<{ readonly study: StudyDefinition; readonly outcome: PatientOutcome }[]> {
  const rows = await context.db.read
    .select({ studyId: patientOutcomes.studyId, outcome: patientOutcomes.outcome })
    .from(patientOutcomes)
    .where(eq(patientOutcomes.patientId, patientId));
  return studyDefinitions.flatMap((study) => {
    const row = rows.find((item) => item.studyId === study.id);
    return row ? [{ study, outcome: JSON.parse(row.outcome) as PatientOutcome }] : []; // written by the recorder from a PatientOutcome
  });
}

/** The stored outcomes of a study within the viewer's sites, in order of pseudonym. */
export async function outcomesOf(context: Context, definition: StudyDefinition): Promise<PatientOutcome[]> {
  const { sites } = context.viewer;
  const rows = await context.db.read
    .select({ outcome: patientOutcomes.outcome })
    .from(patientOutcomes)
    .where(
      and(
        eq(patientOutcomes.studyId, definition.id),
        sites === "all" ? undefined : inArray(patientOutcomes.siteId, [...sites]),
      ),
    );
  return rows
    .map((row) => JSON.parse(row.outcome) as PatientOutcome) // written by the recorder from a PatientOutcome
    .toSorted(byPseudonym);
}
