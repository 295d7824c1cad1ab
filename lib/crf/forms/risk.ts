import { choice, date, defineForm, number } from "../define";

type Laboratory = {
  readonly label: string;
  readonly unit: string;
  readonly units?: Readonly<Record<string, number>>;
  readonly min: number;
  readonly max: number;
  readonly note?: string;
};

const value = <const L extends Laboratory>(of: L) => number({ ...of, section: of.label });

const limit = <const U extends string>(label: string, unitOf: U, section: string, max: number) =>
  number({ label, section, unitOf, min: 0, max, optional: true, missing: false });

/** Performance status and the laboratory values of the IMDC and MSKCC scores, each with its laboratory's own limits of normal. */
export const risk = defineForm({
  id: "risk",
  title: "Risk factors",
  description: "Performance status and laboratory values, for example on the day before a new line.",
  repeating: true,
  orderedBy: "date",
  version: 1,
  fields: {
    date: date({ label: "Date", section: "Performance status", partial: true, missing: false }),
    karnofsky: number({
      label: "Karnofsky performance status",
      unit: "%",
      section: "Performance status",
      min: 0,
      max: 100,
      step: 10,
    }),
    ecog: choice({
      label: "ECOG performance status",
      section: "Performance status",
      codes: [
        { code: "0", label: "0 – fully active" },
        { code: "1", label: "1 – restricted in strenuous activity" },
        { code: "2", label: "2 – up more than half of the day" },
        { code: "3", label: "3 – in bed more than half of the day" },
        { code: "4", label: "4 – bedridden" },
      ],
    }),
    haemoglobin: value({
      label: "Haemoglobin",
      unit: "g/dL",
      units: { "g/L": 0.1, "mmol/L": 1.6114 },
      min: 2,
      max: 25,
    }),
    haemoglobinLln: limit("Lower limit of normal", "haemoglobin", "Haemoglobin", 300),
    haemoglobinUln: limit("Upper limit of normal", "haemoglobin", "Haemoglobin", 300),
    calcium: value({
      label: "Calcium",
      unit: "mmol/L",
      units: { "mg/dL": 0.2495 },
      min: 0.5,
      max: 6,
      note: "Total calcium; corrected for albumin by the registry.",
    }),
    calciumLln: limit("Lower limit of normal", "calcium", "Calcium", 30),
    calciumUln: limit("Upper limit of normal", "calcium", "Calcium", 30),
    albumin: value({ label: "Albumin", unit: "g/L", units: { "g/dL": 10 }, min: 5, max: 80 }),
    albuminLln: limit("Lower limit of normal", "albumin", "Albumin", 100),
    albuminUln: limit("Upper limit of normal", "albumin", "Albumin", 100),
    ldh: value({ label: "LDH", unit: "U/L", units: { "µkat/L": 59.988 }, min: 10, max: 20000 }),
    ldhLln: limit("Lower limit of normal", "ldh", "LDH", 2000),
    ldhUln: limit("Upper limit of normal", "ldh", "LDH", 2000),
    neutrophils: value({ label: "Neutrophils", unit: "10⁹/L", units: { "/µL": 0.001 }, min: 0, max: 150 }),
    neutrophilsLln: limit("Lower limit of normal", "neutrophils", "Neutrophils", 50000),
    neutrophilsUln: limit("Upper limit of normal", "neutrophils", "Neutrophils", 50000),
    platelets: value({ label: "Platelets", unit: "10⁹/L", units: { "/µL": 0.001 }, min: 1, max: 3000 }),
    plateletsLln: limit("Lower limit of normal", "platelets", "Platelets", 2000000),
    plateletsUln: limit("Upper limit of normal", "platelets", "Platelets", 2000000),
  },
  checks: [
    {
      id: "risk.date-in-future",
      severity: "hard",
      field: "date",
      not: "after",
      than: { today: true },
      message: "The date lies in the future.",
    },
  ],
});
