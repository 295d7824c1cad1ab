import { describe, expect, it } from "vitest";
import { derivePatient } from "./derive-patient";
import type { PatientRecord } from "./patient-record";
import { intrinsicResistance, type StudyDefinition } from "./study-definition";
import { alive, dead, line, on, origin, patient, visit } from "./testing";

const derive = (parts: Partial<PatientRecord>, over: Partial<StudyDefinition> = {}) =>
  derivePatient(patient(parts), { ...intrinsicResistance, ...over });

const verdicts = (parts: Partial<PatientRecord>, over: Partial<StudyDefinition> = {}) =>
  Object.fromEntries(derive(parts, over).verdicts.map((item) => [item.id, item.verdict]));

const time = (parts: Partial<PatientRecord>, endpoint: string, over: Partial<StudyDefinition> = {}) => {
  const outcome = derive(parts, over);
  const row = outcome.timesToEvent.find((item) => item.endpoint === endpoint && item.line === 1);
  return row && [row.days, row.event, row.reason];
};

const resistant = { therapies: [line("a")], assessments: [visit("a", 80, "PD")], followUps: [alive(200)] };

describe("membership", () => {
  it("takes a patient with progression at the first evaluable assessment", () => {
    const outcome = derive(resistant);
    expect([outcome.included, outcome.failedAt, outcome.progression?.mode]).toEqual([true, null, "growth"]);
    expect(outcome.verdicts.map((item) => item.id)).toEqual([
      "metastatic_line",
      "index_drug",
      "evaluable",
      "resistance_event",
      "on_treatment",
      "not_toxicity",
    ]);
    expect(outcome.verdicts[3]?.source).toEqual({
      form: "assessment",
      entryId: "a-80-PD",
      sourceId: null,
      field: "response",
    });
  });

  it("passes over visits that were not evaluable, unless the definition asks for the first of all", () => {
    const parts = { ...resistant, assessments: [visit("a", 40, "NE"), visit("a", 80, "PD")] };
    expect(derive(parts).included).toBe(true);
    expect(derive(parts, { resistance: { rule: "first assessment" } }).failedAt).toBe("resistance_event");
  });

  it("leaves out a patient never evaluable, with the event unknown (reading 4)", () => {
    expect(verdicts({ ...resistant, assessments: [visit("a", 40, "NE")] })).toMatchObject({
      evaluable: "fail",
      resistance_event: "unknown",
      on_treatment: "unknown",
    });
    expect(derive({ ...resistant, assessments: [] }).failedAt).toBe("evaluable");
  });

  it("leaves out a patient without a line, with an adjuvant line only, with another drug first", () => {
    expect(derive({}).failedAt).toBe("metastatic_line");
    expect(derive({ therapies: [line("a", { setting: "adjuvant" })] }).failedAt).toBe("metastatic_line");
    const second = [
      line("a", { drugs: ["everolimus"] }),
      line("b", { startDate: on(100), stopDate: on(190) }),
    ];
    expect(derive({ therapies: second }).failedAt).toBe("index_drug");
    const any = derive(
      { therapies: second, assessments: [visit("b", 150, "PD")] },
      { indexPosition: "any position" },
    );
    expect([any.included, any.index?.number]).toEqual([true, 2]);
  });

  it("counts progression to 28 days after the last dose, the 28th included", () => {
    const at = (day: number) => ({ ...resistant, assessments: [visit("a", day, "PD")] });
    expect(derive(at(118)).included).toBe(true);
    expect(derive(at(119)).failedAt).toBe("on_treatment");
    expect(derive(at(119), { onTreatmentDays: null }).included).toBe(true);
  });

  it("leaves out a line stopped for toxicity, unless the definition keeps it", () => {
    const parts = { ...resistant, therapies: [line("a", { stopReason: "toxicity" })] };
    expect(derive(parts).failedAt).toBe("not_toxicity");
    expect(derive(parts, { excludeToxicity: false }).included).toBe(true);
  });

  it("reads progression within N months from the first PD, whatever preceded it (reading 11)", () => {
    const parts = { ...resistant, assessments: [visit("a", 40, "SD"), visit("a", 91, "PD")] };
    const within = (months: number) => derive(parts, { resistance: { rule: "within months", months } });
    expect(derive(parts).failedAt).toBe("resistance_event");
    expect(within(3).included).toBe(true);
    expect(within(2.98).failedAt).toBe("resistance_event");
  });

  it("reads the best response, and needs a PD time point for it (reading 9)", () => {
    const best = { rule: "best response", minimumSdDays: 42, confirmation: true } as const;
    const relapse = { ...resistant, assessments: [visit("a", 30, "CR"), visit("a", 40, "PR")] };
    expect(derive(relapse, { resistance: best }).failedAt).toBe("resistance_event");
    const early = { ...resistant, assessments: [visit("a", 40, "SD"), visit("a", 82, "PD")] };
    expect(derive(early, { resistance: best }).included).toBe(true);
  });

  it("counts clinical progression where the definition does, dated at the stop (reading 5)", () => {
    const parts = {
      ...resistant,
      therapies: [line("a", { stopReason: "clinical progression" })],
      assessments: [],
    };
    expect(derive(parts).failedAt).toBe("evaluable");
    const outcome = derive(parts, { clinicalProgression: true });
    expect([outcome.included, outcome.progression?.mode, outcome.progression?.day]).toEqual([
      true,
      "clinical",
      90,
    ]);
    const sameDay = { ...parts, assessments: [visit("a", 90, "SD")] };
    expect(derive(sameDay, { clinicalProgression: true }).failedAt).toBe("resistance_event");
  });

  it("computes the response where the definition says so", () => {
    const lesions = (diameter: number) => [
      { label: "T1", organ: "lung" as const, node: "no" as const, diameter },
    ];
    const parts = {
      ...resistant,
      assessments: [
        visit("a", 0, null, { role: "baseline", lesions: lesions(20) }),
        visit("a", 80, "SD", { lesions: lesions(24) }),
      ],
    };
    expect(derive(parts).failedAt).toBe("resistance_event");
    expect(derive(parts, { responseSource: "RECIST 1.1" }).failedAt).toBe("resistance_event");
    expect(derive(parts, { responseSource: "RECIST 1.0" }).included).toBe(true);
  });
});

describe("cut-off (reading 14)", () => {
  it("includes its day, makes a later stop ongoing and a later death alive", () => {
    const parts = { ...resistant, followUps: [dead(200)] };
    const cut = derive(parts, { cutoff: on(80) });
    expect([cut.included, cut.index?.stopDate, cut.vital]).toEqual([
      true,
      null,
      { status: "alive", date: on(80) },
    ]);
    expect(derive(parts, { cutoff: on(79) }).failedAt).toBe("evaluable");
    expect(derive(parts, { cutoff: on(-1) }).failedAt).toBe("metastatic_line");
    expect(derive(parts, { cutoff: on(200) }).vital.status).toBe("dead");
  });
});

describe("times to events", () => {
  const next = line("b", { drugs: ["everolimus"], startDate: on(100), stopDate: on(300) });

  it("measures survival from the first dose to death or last contact", () => {
    expect(time(resistant, "OS")).toEqual([200, 0, "alive at last contact"]);
    expect(time({ ...resistant, followUps: [alive(150), dead(210)] }, "OS")).toEqual([210, 1, "death"]);
    expect(time({ ...resistant, followUps: [dead(210)] }, "OS from PD")).toEqual([130, 1, "death"]);
    expect(time({ ...resistant, followUps: [] }, "OS")).toEqual([90, 0, "alive at last contact"]);
  });

  it("ends PFS at progression or death, TTP at progression only", () => {
    const died = { ...resistant, assessments: [visit("a", 50, "SD")], followUps: [dead(120)] };
    expect(time(resistant, "PFS")).toEqual([80, 1, "progression"]);
    expect(time(died, "PFS")).toEqual([120, 1, "death"]);
    expect(time(died, "TTP")).toEqual([50, 0, "death without progression"]);
  });

  it("treats a new therapy as the definition says (reading 12)", () => {
    const parts = {
      therapies: [line("a"), next],
      assessments: [visit("a", 60, "SD"), visit("b", 160, "PD")],
      followUps: [alive(400)],
    };
    expect(time(parts, "PFS")).toEqual([60, 0, "new therapy"]);
    expect(time(parts, "PFS", { newTherapy: "ignored" })).toEqual([160, 1, "progression"]);
    expect(time(parts, "PFS", { newTherapy: "event" })).toEqual([100, 1, "new therapy"]);
  });

  it("takes PD, then death, then new therapy on one day (reading 12)", () => {
    const parts = {
      therapies: [line("a"), next],
      assessments: [visit("a", 100, "PD")],
      followUps: [alive(400)],
    };
    for (const newTherapy of ["censors", "ignored", "event"] as const)
      expect(time(parts, "PFS", { newTherapy })).toEqual([100, 1, "progression"]);
    const died = { ...parts, assessments: [], followUps: [dead(100)] };
    expect(time(died, "PFS", { newTherapy: "event" })).toEqual([100, 1, "death"]);
  });

  it("censors at the origin where nothing was evaluable", () => {
    expect(time({ ...resistant, assessments: [visit("a", 50, "NE")] }, "PFS")?.slice(0, 2)).toEqual([0, 0]);
  });

  it("censors an event after two missed assessments at the last evaluable one (reading 13)", () => {
    const at = (day: number) => ({
      ...resistant,
      therapies: [line("a", { stopDate: on(400) })],
      assessments: [visit("a", 80, "SD"), visit("a", day, "PD")],
      followUps: [alive(500)],
    });
    expect(time(at(248), "PFS")).toEqual([248, 1, "progression"]);
    expect(time(at(249), "PFS")?.slice(0, 2)).toEqual([80, 0]);
    expect(time(at(249), "PFS", { assessmentIntervalDays: null })?.slice(0, 2)).toEqual([249, 1]);
  });

  it("measures the duration of a response, time to failure and the treatment interval", () => {
    const parts = {
      ...resistant,
      therapies: [line("a", { stopDate: on(200) })],
      assessments: [visit("a", 50, "PR"), visit("a", 150, "PD")],
    };
    expect(time(parts, "DoR")).toEqual([100, 1, "progression"]);
    expect(time(parts, "TTF")).toEqual([200, 1, "progression"]);
    expect(time(parts, "treatment interval")?.[0]).toBe(200);
    const ongoing = {
      ...parts,
      therapies: [line("a", { status: "ongoing", stopDate: null, stopReason: null })],
    };
    expect(time(ongoing, "TTF")).toEqual([200, 0, "ongoing"]);
    expect(time(ongoing, "treatment interval")).toBeUndefined();
    const lost = { ...ongoing, therapies: [line("a", { status: "lost", stopDate: null, stopReason: null })] };
    expect(time(lost, "TTF")).toEqual([200, 0, "lost to follow-up on therapy"]);
  });

  it("keeps the least and the most days a partial date allows", () => {
    const outcome = derive({
      ...resistant,
      therapies: [line("a", { stopDate: "2009-06" })],
    });
    const row = outcome.timesToEvent.find((item) => item.endpoint === "treatment interval");
    expect([row?.days, row?.minDays, row?.maxDays]).toEqual([106, 92, 121]);
    expect(origin).toBe("2009-03-01");
  });

  it("does not put a partial date of death before the last day seen alive", () => {
    const followUps = [{ ...dead(0), values: { ...dead(0).values, deathDate: "2009-06" } }, alive(115)];
    expect(time({ ...resistant, followUps }, "OS")).toEqual([115, 1, "death"]);
  });
});

describe("the subsequent line", () => {
  const treated = (over: Parameters<typeof line>[1], ...assessments: ReturnType<typeof visit>[]) =>
    derive({
      therapies: [line("a"), line("b", { startDate: on(90), stopDate: on(300), ...over })],
      assessments: [visit("a", 80, "PD"), ...assessments],
    }).subsequent;

  it("is the very next line, its class by its drugs", () => {
    expect(treated({ drugs: ["lenvatinib", "everolimus"] })?.lineClass).toBe("other");
    expect(treated({ drugs: ["sunitinib"] })?.lineClass).toBe("rTKI");
    expect(derive(resistant).subsequent).toBeNull();
  });

  it("is stabilised by SD on day 42 of its own, not by SD before", () => {
    expect(treated({}, visit("b", 132, "SD"))?.outcome).toBe("stabilised");
    expect(treated({}, visit("b", 131, "SD"))?.outcome).toBe("not evaluable");
    expect(treated({}, visit("b", 131, "SD"), visit("b", 170, "PD"))?.outcome).toBe("refractory");
    expect(treated({}, visit("b", 100, "PR"))?.outcome).toBe("stabilised");
  });
});
