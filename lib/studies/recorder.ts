import { eq } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { patientOutcomes, timesToEvent } from "../../db/schema/outcomes";
import { derivePatient } from "../outcomes/derive-patient";
import type { PatientRecord } from "../outcomes/patient-record";
import { studyDefinitions } from "./definitions";

/** Derives a patient anew for every study and replaces the stored rows, in the transaction that changed the record. */
export async function recordOutcomes(writer: Writer, record: PatientRecord): Promise<void> {
  await writer.delete(patientOutcomes).where(eq(patientOutcomes.patientId, record.patientId));
  await writer.delete(timesToEvent).where(eq(timesToEvent.patientId, record.patientId));
  for (const definition of studyDefinitions) {
    const outcome = derivePatient(record, definition);
    const key = { studyId: definition.id, patientId: record.patientId };
    await writer.insert(patientOutcomes).values({
      ...key,
      siteId: record.site,
      included: outcome.included,
      failedAt: outcome.failedAt,
      outcome: JSON.stringify(outcome),
    });
    const rows = outcome.timesToEvent.map((row) => ({
      ...key,
      endpoint: row.endpoint,
      line: row.line,
      startDate: row.startDate,
      endDate: row.endDate,
      days: row.days,
      event: row.event,
      reason: row.reason,
      sourceForm: row.source?.form ?? null,
      sourceEntryId: row.source?.entryId ?? null,
      sourceField: row.source?.field ?? null,
    }));
    if (rows.length > 0) await writer.insert(timesToEvent).values(rows);
  }
}
