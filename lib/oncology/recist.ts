export type RecistVersion = "1.0" | "1.1";

/** A response at one visit. `non-CR/non-PD` is RECIST 1.1's for non-target disease only. */
export type Response = "CR" | "PR" | "SD" | "non-CR/non-PD" | "PD" | "NE";

export type TargetResponse = "CR" | "PR" | "SD" | "PD" | "NE";
export type NonTargetStatus = "none" | "CR" | "non-CR/non-PD" | "PD" | "NE";

export type TargetSums = {
  readonly baselineMm: number;
  /** The smallest sum so far, baseline included. */
  readonly nadirMm: number;
  /** The sum of this visit's measured targets. */
  readonly currentMm: number;
  /** Whether every target of the baseline was measured at this visit. */
  readonly complete: boolean;
  /** Whether every target is gone, under 1.1 a node also when its short axis is below 10 mm. */
  readonly gone: boolean;
};

const tolerance = 1e-9;
const atLeast = (left: number, right: number) => left - right >= -tolerance * Math.max(1, Math.abs(right));

/**
 * The response of the target lesions from sums of diameters in mm.
 * CR is tested before growth (reading 21); PD is ≥ 120 % of the nadir, under 1.1 also ≥ 5 mm above it; PR is ≤ 70 % of baseline.
 * Targets only partly measured are PD when the measured ones alone reach the limit, else NE (reading 6).
 * Therasse 2000 (1.0), Eisenhauer 2009 (1.1).
 */
export function targetResponse(sums: TargetSums, version: RecistVersion): TargetResponse {
  const { baselineMm, nadirMm, currentMm } = sums;
  if (sums.complete && (version === "1.0" ? currentMm === 0 : sums.gone)) return "CR";
  const grown = currentMm > nadirMm && atLeast(currentMm * 10, nadirMm * 12);
  if (grown && (version === "1.0" || atLeast(currentMm, nadirMm + 5))) return "PD";
  if (!sums.complete) return "NE";
  return atLeast(baselineMm * 7, currentMm * 10) ? "PR" : "SD";
}

export type VisitFindings = {
  /** Null when there are no target lesions. */
  readonly target: TargetResponse | null;
  readonly nonTarget: NonTargetStatus;
  readonly newLesion: boolean;
};

/**
 * The overall response of a visit. Any PD or a new lesion is PD whatever the targets (reading 6).
 * Eisenhauer 2009, tables 1 and 2; with non-target disease only, 1.0 says SD where 1.1 says non-CR/non-PD.
 */
export function overallResponse(findings: VisitFindings, version: RecistVersion): Response {
  const { target, nonTarget, newLesion } = findings;
  if (target === "PD" || nonTarget === "PD" || newLesion) return "PD";
  if (target === null) {
    if (nonTarget === "CR") return "CR";
    if (nonTarget !== "non-CR/non-PD") return "NE";
    return version === "1.0" ? "SD" : "non-CR/non-PD";
  }
  if (target !== "CR") return target;
  return nonTarget === "CR" || nonTarget === "none" ? "CR" : "PR";
}

export type Lesion = {
  readonly label: string;
  readonly node: boolean;
  /** Longest diameter, of a node the short axis, in mm; 0 when it disappeared, null when it was not measured. */
  readonly diameterMm: number | null;
};

export type Visit = {
  readonly lesions: readonly Lesion[];
  readonly nonTarget: string | null;
  readonly newLesion: boolean;
};

const sumOf = (lesions: readonly Lesion[]) =>
  lesions.reduce((sum, lesion) => sum + (lesion.diameterMm ?? 0), 0);

/** The status of the non-target lesions: as recorded; where nothing is, "none" if the baseline had none, else not evaluated. */
function nonTargetOf(visit: Visit, baseline: Visit | null): NonTargetStatus {
  const { nonTarget } = visit;
  if (nonTarget === "none" || nonTarget === "CR" || nonTarget === "PD" || nonTarget === "NE")
    return nonTarget;
  if (nonTarget === "non-CR/non-PD") return nonTarget;
  return baseline?.nonTarget === "none" ? "none" : "NE";
}

function sumsOf(visit: Visit, baseline: readonly Lesion[], nadirMm: number): TargetSums {
  const measured = baseline.flatMap((target) => {
    const found = visit.lesions.find((lesion) => lesion.label === target.label && lesion.diameterMm !== null);
    return found ? [{ ...found, node: target.node }] : [];
  });
  return {
    baselineMm: sumOf(baseline),
    nadirMm,
    currentMm: sumOf(measured),
    complete: measured.length === baseline.length,
    gone: measured.every((lesion) => (lesion.diameterMm ?? 0) < (lesion.node ? 10 : Number.MIN_VALUE)),
  };
}

/**
 * The computed overall response of each follow-up visit of a line, in order of date.
 * The nadir is the smallest complete sum so far, baseline included. Without a baseline, or with a target that was not
 * measured at baseline, the targets are NE; a baseline without targets is non-target disease only.
 */
export function computedResponses(
  baseline: Visit | null,
  visits: readonly Visit[],
  version: RecistVersion,
): Response[] {
  const targets = baseline?.lesions ?? [];
  const unknown = baseline === null || targets.some((lesion) => lesion.diameterMm === null);
  let nadirMm = sumOf(targets);
  return visits.map((visit) => {
    const nonTarget = nonTargetOf(visit, baseline);
    const base = { nonTarget, newLesion: visit.newLesion };
    if (unknown) return overallResponse({ ...base, target: "NE" }, version);
    if (targets.length === 0) return overallResponse({ ...base, target: null }, version);
    const sums = sumsOf(visit, targets, nadirMm);
    const response = overallResponse({ ...base, target: targetResponse(sums, version) }, version);
    if (sums.complete) nadirMm = Math.min(nadirMm, sums.currentMm);
    return response;
  });
}
