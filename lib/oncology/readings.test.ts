import { describe, expect, it } from "vitest";
import { bestOverallResponse, lineOutcome } from "./best-response";
import { lineClass } from "./drugs";
import { computedResponses, type Visit } from "./recist";
import { correctedCalcium, isKarnofskyBelow80, riskResult } from "./risk-group";
import { hasIndexDrug, indexLine, inSequence, nextLine, type SequencedLine } from "./therapy-sequence";

const line = (id: string, startDay: number, over: Partial<SequencedLine> = {}): SequencedLine => ({
  id,
  startDay,
  stopDay: null,
  setting: "metastatic",
  drugs: ["sunitinib"],
  givenNumber: null,
  ...over,
});
const rule = {
  position: "first systemic line",
  drugs: ["sunitinib", "sorafenib"],
  combinations: false,
} as const;

describe("therapy sequence", () => {
  it("orders by first dose, then by the number given by hand", () => {
    const lines = [line("c", 20), line("b", 10, { givenNumber: 2 }), line("a", 10, { givenNumber: 3 })];
    expect(inSequence(lines).map((item) => item.id)).toEqual(["b", "a", "c"]);
  });

  it("skips adjuvant lines under both rules (reading 1)", () => {
    const lines = [line("a", 1, { setting: "adjuvant" }), line("b", 2)];
    expect(indexLine(lines, rule).index?.id).toBe("b");
    expect(indexLine(lines, { ...rule, position: "any position" }).index?.id).toBe("b");
  });

  it("passes over a combination that does not count, and fails it under first systemic line (reading 2)", () => {
    const lines = [line("a", 1, { drugs: ["sunitinib", "everolimus"] }), line("b", 2)];
    expect(indexLine(lines, rule).index).toBeNull();
    expect(indexLine(lines, { ...rule, position: "any position" }).index?.id).toBe("b");
    expect(hasIndexDrug({ drugs: ["sunitinib", "everolimus"] }, { ...rule, combinations: true })).toBe(true);
  });

  it("takes the very next line, whatever it is", () => {
    const [a, b] = [line("a", 1), line("b", 2, { setting: "adjuvant" })];
    expect(nextLine([a, b], a)?.id).toBe("b");
    expect(nextLine([a, b], b)).toBeNull();
  });

  it("calls a combination of classes other (reading 3)", () => {
    expect(lineClass(["lenvatinib", "everolimus"])).toBe("other");
    expect(lineClass(["nivolumab", "cabozantinib"])).toBe("other");
    expect(lineClass(["sunitinib", "sorafenib"])).toBe("rTKI");
    expect(lineClass(["temsirolimus"])).toBe("mTOR");
    expect(lineClass([])).toBe("other");
  });
});

const visit = (diameters: readonly (number | null)[], over: Partial<Visit> = {}, node = false): Visit => ({
  lesions: diameters.map((diameterMm, index) => ({ label: `T${index + 1}`, node, diameterMm })),
  nonTarget: "none",
  newLesion: false,
  ...over,
});

describe("computed responses", () => {
  it("keeps the nadir over a visit that measured only part (reading 6)", () => {
    const visits = [visit([20, 20]), visit([10, null]), visit([30, 20])];
    expect(computedResponses(visit([50, 50]), visits, "1.1")).toEqual(["PR", "NE", "PD"]);
  });

  it("is PD when the measured targets alone reach the limit (reading 6)", () => {
    expect(computedResponses(visit([50, 50]), [visit([120, null])], "1.1")).toEqual(["PD"]);
  });

  it("leaves targets NE without a baseline, and a new lesion PD (reading 6)", () => {
    const visits = [visit([20]), visit([20], { newLesion: true })];
    expect(computedResponses(null, visits, "1.1")).toEqual(["NE", "PD"]);
  });

  it("tests CR before growth: a node may grow from 0 to 8 mm (reading 21)", () => {
    const node = (mm: number) => visit([mm], {}, true);
    expect(computedResponses(node(18), [node(0), node(8)], "1.1")).toEqual(["CR", "CR"]);
    expect(computedResponses(node(18), [node(0), node(8)], "1.0")).toEqual(["CR", "PD"]);
  });

  it("uses the nadir, not the baseline, for growth", () => {
    expect(computedResponses(visit([100]), [visit([50]), visit([60])], "1.1")).toEqual(["PR", "PD"]);
  });

  it("meets the limits exactly with decimals", () => {
    expect(computedResponses(visit([30.3]), [visit([21.21])], "1.1")).toEqual(["PR"]);
  });
});

describe("best overall response readings", () => {
  const confirmed = { minimumSdDays: 42, confirmation: true };

  it("keeps the name non-CR/non-PD and counts it as stabilised (reading 7)", () => {
    const visits = [{ day: 50, response: "non-CR/non-PD" as const }];
    expect(bestOverallResponse(visits, { minimumSdDays: 42, confirmation: false })).toBe("non-CR/non-PD");
    expect(lineOutcome(visits)).toBe("stabilised");
  });

  it("does not confirm PR – SD – PR, nor over two NE (reading 8)", () => {
    const at = (day: number, response: "PR" | "SD" | "NE") => ({ day, response });
    expect(bestOverallResponse([at(50, "PR"), at(80, "SD"), at(110, "PR")], confirmed)).toBe("SD");
    expect(bestOverallResponse([at(50, "PR"), at(80, "NE"), at(110, "NE"), at(140, "PR")], confirmed)).toBe(
      "SD",
    );
    expect(bestOverallResponse([at(50, "PR"), at(80, "NE"), at(110, "PR")], confirmed)).toBe("PR");
  });

  it("makes a CR that returns early PD for the confirmed best response only (reading 9)", () => {
    const visits = [
      { day: 30, response: "CR" as const },
      { day: 60, response: "SD" as const },
    ];
    expect(bestOverallResponse(visits, confirmed)).toBe("PD");
    expect(bestOverallResponse(visits, { minimumSdDays: 42, confirmation: false })).toBe("CR");
  });

  it("stops at the first PD (reading 10)", () => {
    const visits = [
      { day: 50, response: "PD" as const },
      { day: 90, response: "PR" as const },
    ];
    expect(lineOutcome(visits)).toBe("refractory");
  });
});

const unknownFacts = {
  karnofsky: null,
  ecog: null,
  monthsToTherapy: null,
  haemoglobin: null,
  haemoglobinLln: 13.5,
  correctedCalcium: null,
  calciumUln: 2.6,
  neutrophils: null,
  neutrophilsUln: 7.7,
  platelets: null,
  plateletsUln: 400,
  ldh: null,
  ldhUln: 250,
  nephrectomy: null,
};

describe("risk group readings", () => {
  it("compares corrected calcium as an exact decimal (reading 17)", () => {
    const calcium = correctedCalcium(2.48, 34);
    expect(calcium).toBe(2.6);
    expect(riskResult("IMDC", { ...unknownFacts, correctedCalcium: calcium }).factors[3]?.present).toBe(
      false,
    );
    expect(riskResult("MSKCC 2002", { ...unknownFacts, correctedCalcium: 2.495 }).factors[3]?.present).toBe(
      false,
    );
    expect(correctedCalcium(2.48, null)).toBeNull();
  });

  it("never reads Karnofsky off ECOG 1 (reading 16)", () => {
    expect([0, 1, 2].map((ecog) => isKarnofskyBelow80(null, ecog))).toEqual([false, null, true]);
    expect(isKarnofskyBelow80(70, 0)).toBe(true);
  });

  it("gives a group only when every completion agrees", () => {
    const none = riskResult("IMDC", unknownFacts);
    expect([none.points, none.group, none.possible]).toEqual([
      0,
      null,
      ["favourable", "intermediate", "poor"],
    ]);
    const poor = riskResult("IMDC", { ...unknownFacts, karnofsky: 60, monthsToTherapy: 3, haemoglobin: 9 });
    expect([poor.points, poor.group]).toEqual([3, "poor"]);
  });
});
