import { expect, it } from "vitest";
import type { Entry } from "../entries/entry";
import { derivePatient } from "../outcomes/derive-patient";
import { intrinsicResistance } from "../outcomes/study-definition";
import { line, patient } from "../outcomes/testing";
import { therapyLines } from "./lines";

const lines = [
  line("late", { startDate: "2009-03-16", stopDate: "2009-04-01" }),
  line("month", { startDate: "2009-03", stopDate: "2009-04" }),
  line("early", { startDate: "2009-03-02", stopDate: "2009-03-14" }),
  line("second", { startDate: "2010-01-01", stopDate: "2010-05-01", lineNumber: 5 }),
  line("first", { startDate: "2010-01-01", stopDate: "2010-06-01", lineNumber: 4 }),
];

const entryOf = ({ id, values }: (typeof lines)[number]): Entry => ({
  id,
  form: "therapy",
  patientId: "patient",
  state: "complete",
  version: 1,
  sourceId: null,
  createdAt: "2026-11-24T08:00:00.000Z",
  createdBy: "ada",
  updatedAt: "2026-11-24T08:00:00.000Z",
  updatedBy: "ada",
  content: { values, missing: {}, units: {} },
});

it("numbers lines as outcomes do, partial dates and lines of one day included", () => {
  const shown = therapyLines(lines.map(entryOf)).map(({ entry }) => entry.id);
  const derived = derivePatient(patient({ therapies: lines }), intrinsicResistance).lines;
  expect(shown).toEqual(["early", "month", "late", "first", "second"]);
  expect(shown).toEqual(derived.map((item) => item.entryId));
});

it("puts a line without a first dose last, and says what is missing", () => {
  const draft = { ...line("draft"), values: { ...line("draft").values, startDate: null, drugs: null } };
  expect(therapyLines([draft, ...lines].map(entryOf)).at(-1)?.label).toBe("6 · no drug yet · no date yet");
});
