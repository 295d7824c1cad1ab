/** The facts the risk scores read, in the registry's canonical units; null where not known. */
export type RiskFacts = {
  /** Karnofsky performance status, %. */
  readonly karnofsky: number | null;
  /** ECOG performance status, 0 to 4; read only where Karnofsky is missing. */
  readonly ecog: number | null;
  /** From first diagnosis to the first metastatic line, months of 30.4375 days. */
  readonly monthsToTherapy: number | null;
  readonly haemoglobin: number | null;
  readonly haemoglobinLln: number | null;
  /** Corrected for albumin, mmol/L. */
  readonly correctedCalcium: number | null;
  readonly calciumUln: number | null;
  readonly neutrophils: number | null;
  readonly neutrophilsUln: number | null;
  readonly platelets: number | null;
  readonly plateletsUln: number | null;
  readonly ldh: number | null;
  readonly ldhUln: number | null;
  readonly nephrectomy: boolean | null;
};

export const riskScores = ["IMDC", "MSKCC 2002", "MSKCC 1999"] as const;
export type RiskScore = (typeof riskScores)[number];
export type RiskGroup = "favourable" | "intermediate" | "poor";

export type RiskFactor = { readonly label: string; readonly present: boolean | null };

export type RiskResult = {
  readonly factors: readonly RiskFactor[];
  /** Factors known to be present. */
  readonly points: number;
  readonly unknown: number;
  /** The groups still possible, given what is unknown. */
  readonly possible: readonly RiskGroup[];
  /** The group, where every completion of the unknown factors agrees. */
  readonly group: RiskGroup | null;
};

/** Values carry at most nine decimals, so scaled integers compare them as exact decimals (reading 17). */
const decimal = (value: number) => Math.round(value * 1e9);

const above = (value: number | null, limit: number | null) =>
  value === null || limit === null ? null : decimal(value) > decimal(limit);

const below = (value: number | null, limit: number | null) =>
  value === null || limit === null ? null : decimal(value) < decimal(limit);

/**
 * Calcium corrected for albumin, mmol/L: Ca + 0.02 · (40 − albumin g/L), as an exact decimal to nine places.
 * The formula (Payne 1973) was not confirmed from its primary source. Null without either value (reading 16).
 */
export function correctedCalcium(calcium: number | null, albumin: number | null): number | null {
  if (calcium === null || albumin === null) return null;
  return (decimal(calcium) + Math.round(2e7 * (40 - albumin))) / 1e9;
}

/** Karnofsky below 80; where it is missing ECOG 0 means no, ECOG ≥ 2 yes, and ECOG 1 is unknown, since it spans 70–80 (reading 16). */
export function isKarnofskyBelow80(karnofsky: number | null, ecog: number | null): boolean | null {
  if (karnofsky !== null) return karnofsky < 80;
  if (ecog === 0) return false;
  return ecog !== null && ecog >= 2 ? true : null;
}

function factorsOf(score: RiskScore, facts: RiskFacts): RiskFactor[] {
  const performance = {
    label: "Karnofsky < 80",
    present: isKarnofskyBelow80(facts.karnofsky, facts.ecog),
  };
  const interval = {
    label: "Diagnosis to systemic therapy < 1 year",
    present: facts.monthsToTherapy === null ? null : facts.monthsToTherapy < 12,
  };
  const haemoglobin = {
    label: "Haemoglobin < LLN",
    present: below(facts.haemoglobin, facts.haemoglobinLln),
  };
  if (score === "IMDC")
    return [
      performance,
      interval,
      haemoglobin,
      { label: "Corrected calcium > ULN", present: above(facts.correctedCalcium, facts.calciumUln) },
      { label: "Neutrophils > ULN", present: above(facts.neutrophils, facts.neutrophilsUln) },
      { label: "Platelets > ULN", present: above(facts.platelets, facts.plateletsUln) },
    ];
  const nephrectomy = {
    label: "No prior nephrectomy",
    present: facts.nephrectomy === null ? null : !facts.nephrectomy,
  };
  return [
    performance,
    score === "MSKCC 2002" ? interval : nephrectomy,
    haemoglobin,
    { label: "Corrected calcium > 2.495 mmol/L", present: above(facts.correctedCalcium, 2.495) },
    {
      label: "LDH > 1.5 × ULN",
      present: above(facts.ldh, facts.ldhUln === null ? null : facts.ldhUln * 1.5),
    },
  ];
}

const groupOf = (points: number): RiskGroup => {
  if (points === 0) return "favourable";
  return points <= 2 ? "intermediate" : "poor";
};

/**
 * A risk score with its factors: 0 favourable, 1–2 intermediate, ≥ 3 poor.
 * IMDC: Heng 2009. MSKCC 2002: Motzer 2002. MSKCC 1999: as 2002 with "no prior nephrectomy" in place of the interval
 * (not confirmed from its primary source).
 */
export function riskResult(score: RiskScore, facts: RiskFacts): RiskResult {
  const factors = factorsOf(score, facts);
  const points = factors.filter((factor) => factor.present === true).length;
  const unknown = factors.filter((factor) => factor.present === null).length;
  const possible = [...new Set(Array.from({ length: unknown + 1 }, (_, more) => groupOf(points + more)))];
  const [only] = possible;
  return { factors, points, unknown, possible, group: possible.length === 1 && only ? only : null };
}
