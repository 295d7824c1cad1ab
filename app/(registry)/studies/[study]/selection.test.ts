import { expect, test } from "vitest";
import { derivePatient } from "@/lib/outcomes/derive-patient";
import type { PatientRecord } from "@/lib/outcomes/patient-record";
import { report } from "@/lib/outcomes/report";
import { intrinsicResistance } from "@/lib/outcomes/study-definition";
import { line, on, patient, visit } from "@/lib/outcomes/testing";
import { membershipText } from "./membership-text";
import { outcomeColumns, selectionOf } from "./selection";

const everolimus = line("e", { drugs: ["everolimus"], startDate: on(100), stopDate: on(200) });

const records: Record<string, Partial<PatientRecord>> = {
  resistant: {
    therapies: [line("a"), everolimus],
    assessments: [visit("a", 80, "PD"), visit("e", 160, "PD")],
  },
  controlled: {
    therapies: [line("a"), everolimus],
    assessments: [visit("a", 80, "PD"), visit("e", 160, "SD")],
  },
  responder: { therapies: [line("a")], assessments: [visit("a", 80, "SD")] },
  unstaged: { therapies: [line("a")] },
  untreated: {},
};

const outcomes = Object.entries(records).map(([patientId, parts]) =>
  derivePatient(patient({ ...parts, patientId, pseudonym: patientId }), intrinsicResistance),
);
const study = report(intrinsicResistance, outcomes, { generatedAt: "2010-11-01T00:00:00.000Z" });
const names = (query: Parameters<typeof selectionOf>[1]) =>
  selectionOf(study, query)?.patients.map((item) => item.pseudonym);

test("a figure leads to the patients it counts", () => {
  expect(names({ figure: "cohort" })).toEqual(["resistant", "controlled"]);
  for (const figure of study.figures.filter((item) => item.unit === "patients"))
    expect(names({ figure: figure.id })).toHaveLength(figure.value ?? -1);
});

test("each box of the flow leads to its patients, and excluded and left add up to the box above", () => {
  expect(names({ flow: "registered" })).toHaveLength(study.registered.length);
  let above = study.registered.length;
  for (const step of study.flow) {
    const left = names({ flow: step.criterion }) ?? [];
    expect(left).toHaveLength(step.remaining);
    expect(left.length + (names({ excluded: step.criterion }) ?? []).length).toBe(above);
    above = left.length;
  }
  expect(names({ excluded: "evaluable" })).toEqual(["unstaged"]);
  expect(names({ flow: study.flow.at(-1)?.criterion ?? "" })).toEqual(names({ figure: "cohort" }));
});

test("each cell of a table leads to its patients", () => {
  const cell = { table: "disease_control_by_class", row: "mTOR" };
  expect(names({ ...cell, outcome: "stabilised" })).toEqual(["controlled"]);
  expect(names({ ...cell, outcome: "refractory" })).toEqual(["resistant"]);
  for (const table of study.tables)
    for (const row of table.rows)
      for (const column of outcomeColumns)
        expect(names({ table: table.id, row: row.id, outcome: column.id })).toHaveLength(
          row[column.key].length,
        );
});

test.each([
  {},
  { figure: "nothing" },
  { excluded: "x" },
  { flow: "x" },
  { table: "os", row: "x", outcome: "y" },
])("%j names nobody", (query) => {
  expect(selectionOf(study, query)).toBeNull();
});

test("each patient's membership is told in a sentence", () => {
  const sentences = new Map(outcomes.map((outcome) => [outcome.pseudonym, membershipText(outcome)]));
  expect(sentences.get("resistant")).toBe(
    "In, because every criterion is met: progression at the first evaluable assessment (PD on 20 May 2009, day 80).",
  );
  expect(sentences.get("responder")).toMatch(
    /^Out at criterion 4, “Progression at the first evaluable assessment”: SD at the first evaluable/,
  );
  expect(sentences.get("unstaged")).toBe(
    "Out at criterion 3, “Evaluable on the index line”: never staged on the index line (no assessment).",
  );
  expect(sentences.get("untreated")).toBe(
    "Out at criterion 1, “Systemic line for metastatic disease”: no systemic line is recorded.",
  );
});
