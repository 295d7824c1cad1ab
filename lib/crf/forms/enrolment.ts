import { choice, date, defineForm, number, text } from "../define";

/** Who is in the registry: a pseudonym at a site. The entry's id is the patient's. */
export const enrolment = defineForm({
  id: "enrolment",
  title: "Enrolment",
  description: "Site, pseudonym and consent. No name, no hospital number, no full date of birth.",
  repeating: false,
  version: 1,
  fields: {
    site: text({ label: "Site", maxLength: 12, reference: "site", fixed: true, missing: false }),
    pseudonym: text({
      label: "Pseudonym",
      note: "Allocated by the registry when the enrolment is first saved.",
      maxLength: 20,
      allocated: true,
      fixed: true,
      optional: true,
      missing: false,
    }),
    sex: choice({
      label: "Sex",
      codes: [
        { code: "male", label: "Male" },
        { code: "female", label: "Female" },
        { code: "unknown", label: "Unknown" },
      ],
      missing: false,
    }),
    yearOfBirth: number({ label: "Year of birth", min: 1900, max: 2100, step: 1 }),
    consentDate: date({ label: "Date of consent", section: "Consent", partial: true }),
    consentScope: choice({
      label: "Scope of consent",
      section: "Consent",
      codes: [
        { code: "registry", label: "This registry" },
        { code: "registry-and-research", label: "This registry and further research" },
        { code: "waived", label: "Consent waived by the ethics committee" },
      ],
    }),
    dataOrigin: choice({
      label: "Origin of the data",
      section: "Origin",
      codes: [
        { code: "clinical", label: "Clinical record" },
        { code: "synthetic", label: "Synthetic: no real patient" },
      ],
      missing: false,
    }),
  },
  checks: [
    {
      id: "enrolment.consent-in-future",
      severity: "hard",
      field: "consentDate",
      not: "after",
      than: { today: true },
      message: "The date of consent lies in the future.",
    },
  ],
});
