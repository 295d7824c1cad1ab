import { choice, date, defineForm, text } from "../define";

/** Whether the patient lives, and when that was last known. */
export const followUp = defineForm({
  id: "follow-up",
  title: "Follow-up",
  description: "Vital status at the last contact, or the date and cause of death.",
  repeating: true,
  orderedBy: "date",
  version: 1,
  fields: {
    status: choice({
      label: "Vital status",
      codes: [
        { code: "alive", label: "Alive" },
        { code: "dead", label: "Dead" },
        { code: "lost", label: "Lost to follow-up" },
      ],
      missing: false,
    }),
    date: date({
      label: "Date of last contact",
      note: "The last day on which the patient is known to have been alive.",
      partial: true,
      missing: false,
      when: { field: "status", in: ["alive", "lost"] },
    }),
    deathDate: date({
      label: "Date of death",
      partial: true,
      missing: false,
      when: { field: "status", equals: "dead" },
    }),
    deathCause: choice({
      label: "Cause of death",
      when: { field: "status", equals: "dead" },
      codes: [
        { code: "mRCC", label: "Renal cell carcinoma" },
        { code: "treatment", label: "Treatment" },
        { code: "other", label: "Other" },
        { code: "unknown", label: "Unknown" },
      ],
    }),
    note: text({ label: "Note", maxLength: 2000, multiline: true, optional: true, missing: false }),
  },
  checks: [
    {
      id: "follow-up.contact-in-future",
      severity: "hard",
      field: "date",
      not: "after",
      than: { today: true },
      message: "The date of last contact lies in the future.",
    },
    {
      id: "follow-up.death-in-future",
      severity: "hard",
      field: "deathDate",
      not: "after",
      than: { today: true },
      message: "The date of death lies in the future.",
    },
  ],
});
