import { type Drug, drugCodes } from "../crf/drug-codes";

export type DrugClass =
  | "VEGFR-TKI"
  | "VEGF antibody"
  | "mTOR inhibitor"
  | "cytokine"
  | "PD-1 inhibitor"
  | "PD-L1 inhibitor"
  | "CTLA-4 inhibitor"
  | "HIF-2α inhibitor";

/** How sure a code is: taken from a source, or given from memory and to be confirmed. */
export type Certainty = "sourced" | "unconfirmed";

export type DrugFacts = {
  readonly name: Drug;
  readonly drugClass: DrugClass;
  /** WHO ATC code. The class can't be read off its prefix: axitinib and tivozanib are L01EK, the other VEGFR-TKIs L01EX. */
  readonly atc: string;
  readonly ncit: string | null;
  readonly rxNorm: { readonly code: string; readonly certainty: Certainty } | null;
  readonly usualDose: string;
};

type Row = readonly [DrugClass, string, string | null, string | null, Certainty, string];

const rows: Readonly<Record<Drug, Row>> = {
  sunitinib: [
    "VEGFR-TKI",
    "L01EX01",
    "C71622",
    "357977",
    "sourced",
    "50 mg PO once daily, 4 weeks on / 2 weeks off",
  ],
  sorafenib: [
    "VEGFR-TKI",
    "L01EX02",
    "C61948",
    "495881",
    "unconfirmed",
    "400 mg PO twice daily continuously",
  ],
  pazopanib: ["VEGFR-TKI", "L01EX03", null, "714438", "unconfirmed", "800 mg PO once daily continuously"],
  axitinib: ["VEGFR-TKI", "L01EK01", null, "1242999", "unconfirmed", "5 mg PO twice daily"],
  cabozantinib: ["VEGFR-TKI", "L01EX07", "C52200", "1363268", "unconfirmed", "60 mg PO once daily"],
  lenvatinib: ["VEGFR-TKI", "L01EX08", null, "1603296", "unconfirmed", "18 mg PO once daily with everolimus"],
  tivozanib: ["VEGFR-TKI", "L01EK03", null, null, "unconfirmed", "1.34 mg PO once daily, 21 days on / 7 off"],
  everolimus: [
    "mTOR inhibitor",
    "L01EG02",
    "C48387",
    "141704",
    "unconfirmed",
    "10 mg PO once daily continuously",
  ],
  temsirolimus: ["mTOR inhibitor", "L01EG01", "C1844", "657797", "unconfirmed", "25 mg IV once weekly"],
  bevacizumab: ["VEGF antibody", "L01FG01", null, "253337", "unconfirmed", "10 mg/kg IV every 2 weeks"],
  "interferon alfa-2a": [
    "cytokine",
    "L03AB04",
    null,
    null,
    "unconfirmed",
    "6–20 million units SC 3 times a week",
  ],
  "interferon alfa-2b": [
    "cytokine",
    "L03AB05",
    null,
    null,
    "unconfirmed",
    "6–20 million units SC 3 times a week",
  ],
  aldesleukin: ["cytokine", "L03AC01", null, "70223", "unconfirmed", "high dose, inpatient courses"],
  nivolumab: [
    "PD-1 inhibitor",
    "L01FF01",
    "C68814",
    "1597876",
    "unconfirmed",
    "240 mg IV every 2 weeks or 480 mg every 4 weeks",
  ],
  ipilimumab: ["CTLA-4 inhibitor", "L01FX04", null, "1094833", "unconfirmed", "1 mg/kg IV every 3 weeks × 4"],
  pembrolizumab: [
    "PD-1 inhibitor",
    "L01FF02",
    "C106432",
    "1547545",
    "unconfirmed",
    "200 mg IV every 3 weeks or 400 mg every 6 weeks",
  ],
  avelumab: ["PD-L1 inhibitor", "L01FF04", null, "1875534", "unconfirmed", "800 mg IV every 2 weeks"],
  atezolizumab: ["PD-L1 inhibitor", "L01FF05", null, "1792776", "unconfirmed", "1200 mg IV every 3 weeks"],
  belzutifan: ["HIF-2α inhibitor", "L01XX74", null, null, "unconfirmed", "120 mg PO once daily"],
};

/** Every drug of the registry with its class and codes, in the order of the code list. */
export const drugs: readonly DrugFacts[] = drugCodes.map(({ code }) => {
  const [drugClass, atc, ncit, rxNorm, certainty, usualDose] = rows[code];
  return {
    name: code,
    drugClass,
    atc,
    ncit,
    rxNorm: rxNorm === null ? null : { code: rxNorm, certainty },
    usualDose,
  };
});

/** The facts of a drug by its generic name, or null. */
export function drugByName(name: string): DrugFacts | null {
  return drugs.find((drug) => drug.name === name) ?? null;
}

export const lineClasses = [
  { id: "rTKI", label: "rTKI" },
  { id: "mTOR", label: "mTOR inhibitor" },
  { id: "other", label: "Other" },
] as const;

export type LineClass = (typeof lineClasses)[number]["id"];

/** The class of a line: rTKI or mTOR inhibitor only when every component is one; a combination of classes is "other" (reading 3). */
export function lineClass(names: readonly string[]): LineClass {
  const classes = new Set(names.map((name) => drugByName(name)?.drugClass));
  const [only] = classes;
  if (classes.size !== 1) return "other";
  if (only === "VEGFR-TKI") return "rTKI";
  return only === "mTOR inhibitor" ? "mTOR" : "other";
}
