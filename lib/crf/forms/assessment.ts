import { yesNo } from "../codelist";
import { choice, date, defineForm, group, number, text } from "../define";
import { organCodes } from "../organ-codes";

const followUpVisit = { field: "role", equals: "follow-up" } as const;
const baselineVisit = { field: "role", equals: "baseline" } as const;

/** One tumour assessment of a therapy line, at baseline or after, with its target lesions and the investigator's response. */
export const assessment = defineForm({
  id: "assessment",
  title: "Assessment",
  description:
    "One staging of a therapy line. Diameters in millimetres: longest of a lesion, short axis of a node.",
  repeating: true,
  orderedBy: "date",
  version: 1,
  fields: {
    line: text({
      label: "Therapy line",
      section: "Visit",
      maxLength: 40,
      reference: "therapy",
      missing: false,
    }),
    date: date({ label: "Date", section: "Visit", partial: true, missing: false }),
    role: choice({
      label: "Visit",
      section: "Visit",
      codes: [
        { code: "baseline", label: "Baseline" },
        { code: "follow-up", label: "Follow-up" },
      ],
      missing: false,
    }),
    method: choice({
      label: "Method",
      section: "Visit",
      codes: [
        { code: "CT", label: "CT" },
        { code: "spiral CT", label: "Spiral CT" },
        { code: "MRI", label: "MRI" },
        { code: "PET-CT", label: "PET-CT" },
        { code: "X-ray", label: "Chest X-ray" },
        { code: "ultrasound", label: "Ultrasound" },
        { code: "clinical", label: "Clinical (caliper)" },
        { code: "other", label: "Other" },
      ],
    }),
    lesions: group({
      label: "Target lesions",
      item: "lesion",
      section: "Target lesions",
      most: 10,
      optional: true,
      fields: {
        label: text({
          label: "Lesion",
          note: "The same label at every visit, such as T1.",
          maxLength: 10,
          missing: false,
        }),
        organ: choice({ label: "Organ", codes: organCodes, missing: false }),
        node: choice({ label: "Lymph node", codes: yesNo, missing: false }),
        diameter: number({
          label: "Diameter",
          unit: "mm",
          min: 0,
          max: 500,
          optional: true,
          note: "0 when it has disappeared; empty when it was not measured.",
        }),
      },
    }),
    nontarget: choice({
      label: "Non-target lesions",
      section: "Other lesions",
      codes: [
        { code: "none", label: "None" },
        { code: "present", label: "Present", when: baselineVisit },
        { code: "CR", label: "Gone (CR)", when: followUpVisit },
        { code: "non-CR/non-PD", label: "Non-CR/non-PD", when: followUpVisit },
        { code: "PD", label: "Unequivocal progression (PD)", when: followUpVisit },
        { code: "NE", label: "Not evaluated (NE)", when: followUpVisit },
      ],
    }),
    newLesion: choice({ label: "New lesion", section: "Other lesions", codes: yesNo, when: followUpVisit }),
    newLesionSite: choice({
      label: "Site of the new lesion",
      section: "Other lesions",
      codes: organCodes,
      when: { all: [followUpVisit, { field: "newLesion", equals: "yes" }] },
    }),
    response: choice({
      label: "Investigator's response",
      section: "Response",
      when: followUpVisit,
      codes: [
        { code: "CR", label: "Complete response (CR)" },
        { code: "PR", label: "Partial response (PR)" },
        { code: "SD", label: "Stable disease (SD)" },
        { code: "non-CR/non-PD", label: "Non-CR/non-PD (non-target disease only)" },
        { code: "PD", label: "Progressive disease (PD)" },
        { code: "NE", label: "Not evaluable (NE)" },
      ],
    }),
    notEvaluableReason: text({
      label: "Why not evaluable",
      section: "Response",
      maxLength: 500,
      when: { all: [followUpVisit, { field: "response", equals: "NE" }] },
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
      id: "assessment.date-in-future",
      severity: "hard",
      field: "date",
      not: "after",
      than: { today: true },
      message: "The date of the assessment lies in the future.",
    },
  ],
});
