import { boolean, index, integer, primaryKey, table, text } from "../columns";

/** One patient's derived membership of one study, in typed columns a scan can read, and whole as JSON text. Written by the recorder only. */
export const patientOutcomes = table(
  "patient_outcomes",
  {
    studyId: text("study_id").notNull(),
    patientId: text("patient_id").notNull(),
    siteId: text("site_id").notNull(),
    included: boolean("included").notNull(),
    failedAt: text("failed_at"),
    outcome: text("outcome").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.studyId, row.patientId] }),
    index("patient_outcomes_site").on(row.studyId, row.siteId),
  ],
);

/** One derived time to an event: integer days, 1 for an event and 0 for censored, and the record and field that made it. */
export const timesToEvent = table(
  "times_to_event",
  {
    studyId: text("study_id").notNull(),
    patientId: text("patient_id").notNull(),
    endpoint: text("endpoint").notNull(),
    line: integer("line").notNull(),
    startDate: text("start_date").notNull(),
    endDate: text("end_date").notNull(),
    days: integer("days").notNull(),
    event: integer("event").notNull(),
    reason: text("reason").notNull(),
    sourceForm: text("source_form"),
    sourceEntryId: text("source_entry_id"),
    sourceField: text("source_field"),
  },
  (row) => [primaryKey({ columns: [row.studyId, row.patientId, row.endpoint, row.line] })],
);
