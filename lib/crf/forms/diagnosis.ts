import { yesNo, yesNoUnknown } from "../codelist";
import { choice, choices, date, defineForm } from "../define";
import { organCodes } from "../organ-codes";

/** First diagnosis, stage and grade with their systems, nephrectomy, and the onset of metastatic disease. */
export const diagnosis = defineForm({
  id: "diagnosis",
  title: "Diagnosis",
  description: "Renal cell carcinoma at first diagnosis, and when and where it became metastatic.",
  repeating: false,
  version: 1,
  fields: {
    diagnosisDate: date({ label: "Date of first diagnosis", section: "Tumour", partial: true }),
    histology: choice({
      label: "Histology",
      section: "Tumour",
      codes: [
        { code: "clear cell", label: "Clear cell" },
        { code: "papillary", label: "Papillary" },
        { code: "chromophobe", label: "Chromophobe" },
        { code: "collecting duct", label: "Collecting duct" },
        { code: "translocation", label: "Translocation (TFE3, TFEB)" },
        { code: "unclassified", label: "Unclassified" },
        { code: "other", label: "Other" },
      ],
    }),
    sarcomatoid: choice({ label: "Sarcomatoid differentiation", section: "Tumour", codes: yesNoUnknown }),
    grade: choice({
      label: "Nuclear grade",
      section: "Tumour",
      codes: [
        { code: "1", label: "1" },
        { code: "2", label: "2" },
        { code: "3", label: "3" },
        { code: "4", label: "4" },
      ],
    }),
    gradeSystem: choice({
      label: "Grading system",
      note: "Fuhrman and WHO/ISUP grades are not interchangeable.",
      section: "Tumour",
      when: { field: "grade", answered: true },
      codes: [
        { code: "fuhrman", label: "Fuhrman" },
        { code: "who-isup", label: "WHO/ISUP" },
      ],
    }),
    tnmEdition: choice({
      label: "TNM edition",
      note: "2005–2010 used the 6th and the 7th.",
      section: "Stage",
      codes: [
        { code: "5", label: "5th" },
        { code: "6", label: "6th" },
        { code: "7", label: "7th" },
        { code: "8", label: "8th" },
      ],
    }),
    pT: choice({
      label: "pT",
      section: "Stage",
      codes: [
        { code: "TX", label: "TX" },
        { code: "T0", label: "T0" },
        { code: "T1", label: "T1" },
        { code: "T1a", label: "T1a" },
        { code: "T1b", label: "T1b" },
        { code: "T2", label: "T2" },
        { code: "T2a", label: "T2a" },
        { code: "T2b", label: "T2b" },
        { code: "T3", label: "T3" },
        { code: "T3a", label: "T3a" },
        { code: "T3b", label: "T3b" },
        { code: "T3c", label: "T3c" },
        { code: "T4", label: "T4" },
      ],
    }),
    pN: choice({
      label: "pN",
      section: "Stage",
      codes: [
        { code: "NX", label: "NX" },
        { code: "N0", label: "N0" },
        { code: "N1", label: "N1" },
        { code: "N2", label: "N2 (to the 6th edition)" },
      ],
    }),
    m: choice({
      label: "M at diagnosis",
      section: "Stage",
      codes: [
        { code: "MX", label: "MX" },
        { code: "M0", label: "M0" },
        { code: "M1", label: "M1" },
      ],
    }),
    nephrectomy: choice({ label: "Nephrectomy", section: "Previous treatment", codes: yesNo }),
    nephrectomyDate: date({
      label: "Date of nephrectomy",
      section: "Previous treatment",
      partial: true,
      when: { field: "nephrectomy", equals: "yes" },
    }),
    priorCytokine: choice({ label: "Prior cytokine therapy", section: "Previous treatment", codes: yesNo }),
    priorRadiotherapy: choice({ label: "Prior radiotherapy", section: "Previous treatment", codes: yesNo }),
    metastaticDate: date({
      label: "Date of metastatic disease",
      section: "Metastatic disease",
      partial: true,
    }),
    metastaticSites: choices({ label: "Metastatic sites", section: "Metastatic disease", codes: organCodes }),
  },
  checks: [
    {
      id: "diagnosis.diagnosis-in-future",
      severity: "hard",
      field: "diagnosisDate",
      not: "after",
      than: { today: true },
      message: "The date of first diagnosis lies in the future.",
    },
    {
      id: "diagnosis.nephrectomy-in-future",
      severity: "hard",
      field: "nephrectomyDate",
      not: "after",
      than: { today: true },
      message: "The date of nephrectomy lies in the future.",
    },
    {
      id: "diagnosis.metastatic-in-future",
      severity: "hard",
      field: "metastaticDate",
      not: "after",
      than: { today: true },
      message: "The date of metastatic disease lies in the future.",
    },
    {
      id: "diagnosis.metastatic-before-diagnosis",
      severity: "soft",
      field: "metastaticDate",
      not: "before",
      than: { field: "diagnosisDate" },
      message: "Metastatic disease is dated before the first diagnosis.",
    },
  ],
});
