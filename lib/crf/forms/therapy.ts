import { choice, choices, date, defineForm, group, number, text } from "../define";
import { drugCodes } from "../drug-codes";

/** One line of systemic therapy: its drugs, and from when to when. Lines are ordered by their start. */
export const therapy = defineForm({
  id: "therapy",
  title: "Therapy line",
  description:
    "One line of systemic therapy. A change of drug is a new line; a change of dose is a modification.",
  repeating: true,
  orderedBy: "startDate",
  version: 1,
  fields: {
    setting: choice({
      label: "Setting",
      section: "Drugs",
      codes: [
        { code: "metastatic", label: "Metastatic disease" },
        { code: "adjuvant", label: "Adjuvant" },
        { code: "neoadjuvant", label: "Neoadjuvant" },
      ],
      missing: false,
    }),
    drugs: choices({
      label: "Drugs",
      note: "One to three; type to search.",
      section: "Drugs",
      codes: drugCodes,
      most: 3,
      missing: false,
    }),
    doseSchedule: text({ label: "Starting dose and schedule", section: "Drugs", maxLength: 200 }),
    lineNumber: number({
      label: "Number of the line",
      note: "Only where two lines start on the same day; otherwise the dates decide.",
      section: "Course",
      min: 1,
      max: 30,
      step: 1,
      optional: true,
      missing: false,
    }),
    startDate: date({ label: "First dose", section: "Course", partial: true, missing: false }),
    status: choice({
      label: "Course",
      section: "Course",
      codes: [
        { code: "stopped", label: "Stopped" },
        { code: "ongoing", label: "Ongoing" },
        { code: "lost", label: "Lost to follow-up on therapy" },
      ],
      missing: false,
    }),
    stopDate: date({
      label: "Last dose",
      section: "Course",
      partial: true,
      when: { field: "status", equals: "stopped" },
    }),
    stopReason: choice({
      label: "Reason for stopping",
      section: "Course",
      when: { field: "status", equals: "stopped" },
      codes: [
        { code: "progression", label: "Progression" },
        { code: "clinical progression", label: "Clinical progression without imaging" },
        { code: "toxicity", label: "Toxicity" },
        { code: "death", label: "Death" },
        { code: "relapse", label: "Relapse (adjuvant therapy)" },
        { code: "completed", label: "Completed as planned" },
        { code: "patient's wish", label: "Patient's wish" },
        { code: "other", label: "Other" },
      ],
    }),
    modifications: group({
      label: "Dose modifications",
      item: "modification",
      section: "Modifications",
      most: 30,
      optional: true,
      fields: {
        date: date({ label: "Date", partial: true }),
        change: choice({
          label: "Change",
          codes: [
            { code: "reduced", label: "Dose reduced" },
            { code: "increased", label: "Dose increased" },
            { code: "interrupted", label: "Interrupted" },
            { code: "resumed", label: "Resumed" },
            { code: "schedule", label: "Schedule changed" },
          ],
        }),
        dose: text({ label: "New dose and schedule", maxLength: 200, optional: true }),
        reason: choice({
          label: "Reason",
          codes: [
            { code: "toxicity", label: "Toxicity" },
            { code: "procedure", label: "Procedure" },
            { code: "patient's wish", label: "Patient's wish" },
            { code: "other", label: "Other" },
          ],
        }),
      },
    }),
    note: text({
      label: "Note",
      section: "Note",
      maxLength: 2000,
      multiline: true,
      optional: true,
      missing: false,
    }),
  },
  checks: [
    {
      id: "therapy.start-in-future",
      severity: "hard",
      field: "startDate",
      not: "after",
      than: { today: true },
      message: "The first dose lies in the future.",
    },
    {
      id: "therapy.stop-in-future",
      severity: "hard",
      field: "stopDate",
      not: "after",
      than: { today: true },
      message: "The last dose lies in the future.",
    },
    {
      id: "therapy.stop-before-start",
      severity: "hard",
      field: "stopDate",
      not: "before",
      than: { field: "startDate" },
      when: { field: "status", equals: "stopped" },
      message: "The last dose is before the first dose.",
    },
  ],
});
