import { describe, expect, it } from "vitest";
import { derivePatient } from "./derive-patient";
import type { PatientRecord } from "./patient-record";
import { intrinsicResistance } from "./study-definition";
import { line, on, patient, visit } from "./testing";

const derive = (parts: Partial<PatientRecord>) => derivePatient(patient(parts), intrinsicResistance);

const resistant = { therapies: [line("a")], assessments: [visit("a", 80, "PD")] };

describe("risk at the index line", () => {
  const values = {
    karnofsky: 90,
    ecog: null,
    haemoglobin: 14,
    haemoglobinLln: 13.5,
    haemoglobinUln: null,
    calcium: 2.4,
    calciumLln: null,
    calciumUln: 2.6,
    albumin: 40,
    albuminLln: null,
    albuminUln: null,
    ldh: 200,
    ldhLln: null,
    ldhUln: 250,
    neutrophils: 5,
    neutrophilsLln: null,
    neutrophilsUln: 7.7,
    platelets: 300,
    plateletsLln: null,
    plateletsUln: 400,
  };
  const risk = (day: number, over: Partial<typeof values> = {}) => ({
    id: `risk${day}`,
    sourceId: null,
    values: { date: on(day), ...values, ...over },
  });

  it("is the latest record on or before its start, with its age (reading 16)", () => {
    const risks = [risk(-40), risk(-10, { haemoglobin: 12 }), risk(1, { haemoglobin: 9 })];
    const outcome = derive({ ...resistant, risks });
    expect([outcome.risk?.source?.entryId, outcome.risk?.ageDays]).toEqual(["risk-10", 10]);
    expect(outcome.risk?.scores.IMDC).toMatchObject({ points: 1, unknown: 1, group: "intermediate" });
  });

  it("leaves every group open where nothing is recorded", () => {
    expect(derive(resistant).risk?.scores["MSKCC 2002"]).toMatchObject({
      points: 0,
      unknown: 5,
      group: null,
    });
    expect(derive({}).risk).toBeNull();
  });
});
