import { describe, expect, it } from "vitest";
import { derivePatient } from "./derive-patient";
import type { PatientRecord } from "./patient-record";
import { intrinsicResistance } from "./study-definition";
import { line, patient, visit } from "./testing";

const derive = (parts: Partial<PatientRecord>) => derivePatient(patient(parts), intrinsicResistance);

describe("every line", () => {
  const classOf = (over: Parameters<typeof line>[1], ...assessments: ReturnType<typeof visit>[]) =>
    derive({ therapies: [line("a", over)], assessments }).lines[0]?.resistance;

  it("has its class of resistance", () => {
    expect(classOf({})).toBe("not evaluable");
    expect(classOf({}, visit("a", 80, "PD"))).toBe("primary refractory");
    expect(classOf({}, visit("a", 30, "SD"), visit("a", 80, "PD"))).toBe("primary refractory");
    expect(classOf({}, visit("a", 50, "SD"), visit("a", 80, "PD"))).toBe("acquired");
    expect(classOf({ stopReason: "toxicity" }, visit("a", 50, "SD"))).toBe("stopped for toxicity");
    expect(classOf({ status: "ongoing", stopDate: null, stopReason: null }, visit("a", 50, "SD"))).toBe(
      "ongoing",
    );
    expect(classOf({ stopReason: "other" }, visit("a", 50, "SD"))).toBe("other");
  });

  it("has its best response by each source", () => {
    const lesions = (diameter: number) => [
      { label: "T1", organ: "lung" as const, node: "no" as const, diameter },
    ];
    const baseline = visit("a", 0, null, { role: "baseline", lesions: lesions(20) });
    const outcome = derive({
      therapies: [line("a")],
      assessments: [baseline, visit("a", 80, "PR", { lesions: lesions(24) })],
    });
    expect(outcome.lines[0]?.bestResponses).toEqual({
      investigator: "PR",
      "RECIST 1.1": "SD",
      "RECIST 1.0": "PD",
    });
  });
});
