import { expect, test } from "vitest";
import { publishedFor } from "@/lib/outcomes/published";
import type { Figure } from "@/lib/outcomes/study-report";
import { agreementOf, figureDetails } from "./agreement-text";

const published = publishedFor("intrinsic-resistance");

const figure = (parts: Partial<Figure>): Figure => ({
  id: "cohort",
  label: "Cohort",
  value: 35,
  unit: "patients",
  lower: null,
  upper: null,
  min: null,
  max: null,
  n: 60,
  events: null,
  p: null,
  method: "count",
  patients: [],
  ...parts,
});

test("a published figure agrees or differs, in words", () => {
  expect(agreementOf(published, figure({}))).toEqual({ text: "35", mark: "agrees" });
  expect(agreementOf(published, figure({ value: 36 }))).toEqual({ text: "35", mark: "differs" });
});

test("nothing is said of a figure that was not published, whatever its name", () => {
  expect(agreementOf(published, figure({ id: "sex.unknown", value: 6 }))).toBeNull();
  expect(agreementOf(published, figure({ id: "constructor" }))).toBeNull();
  expect(agreementOf(null, figure({}))).toBeNull();
});

test("a rate tells what it is a rate of, a count alone nothing more", () => {
  const proportion = { value: 0.4, lower: 0.211, upper: 0.613 };
  expect(figureDetails(figure({ value: 10, n: 25, proportion }))).toEqual(["10 of 25"]);
  expect(figureDetails(figure({}))).toEqual([]);
});

test("a survival figure tells its events, its range and its interval by every method, none below 0", () => {
  const details = figureDetails(
    figure({
      id: "os",
      unit: "months",
      value: 3,
      n: 35,
      events: 28,
      min: 1,
      max: 16.55,
      intervals: {
        "log-log": { lower: 1, upper: null },
        log: { lower: 1.1, upper: 9 },
        plain: { lower: 1.2, upper: 8.25 },
        spss: { lower: -0.4, upper: null },
      },
      method: "Kaplan–Meier median",
    }),
  );
  expect(details).toEqual([
    "28 events in 35, observed 1.0 – 16.6",
    "95 % CI by method: log-log 1.0 – not reached; log 1.1 – 9.0; plain 1.2 – 8.3; SPSS-type 0.0 – not estimable",
    "Kaplan–Meier median",
  ]);
});
