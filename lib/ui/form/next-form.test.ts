import { expect, it } from "vitest";
import { nextAddress, nextForm } from "./next-form";

const place = { patientId: "P", entryId: "E", line: "" };

it("leads from enrolment through every form", () => {
  expect(
    (["enrolment", "diagnosis", "therapy", "risk", "assessment", "follow-up"] as const).map(nextForm),
  ).toEqual(["diagnosis", "therapy", "risk", "assessment", "assessment", null]);
});

it("opens a new entry of the next form", () => {
  expect(nextAddress({ ...place, form: "diagnosis" })).toBe("/patients/P/therapy/new");
});

it("opens another assessment of the line in hand, on a page of its own", () => {
  expect(nextAddress({ ...place, form: "assessment", line: "L" })).toBe(
    "/patients/P/assessment/new?line=L&after=E",
  );
});

it("leads from follow-up to the patient", () => {
  expect(nextAddress({ ...place, form: "follow-up" })).toBe("/patients/P");
});
