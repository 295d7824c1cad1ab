import { expect, it } from "vitest";
import { formById } from "../../crf/forms";
import { emptyContent } from "../../crf/schema";
import { differences, merged } from "./differences";

const form = formById("risk");
const content = (values: Record<string, unknown>) => {
  const empty = emptyContent(form);
  return { ...empty, values: { ...empty.values, ...values } };
};

const opened = content({ karnofsky: 80, haemoglobin: 12 });
const mine = content({ karnofsky: 90, haemoglobin: 12, ldh: 200 });
const theirs = content({ karnofsky: 70, haemoglobin: 13, ldh: 200 });

it("proposes the side that changed a field, and mine where both did", () => {
  expect(differences(form, { opened, mine, theirs }).map(({ key, proposal }) => [key, proposal])).toEqual([
    ["karnofsky", "mine"],
    ["haemoglobin", "theirs"],
  ]);
});

it("counts a missing reason and a unit as a difference", () => {
  const other = { ...opened, units: { haemoglobin: "g/L" }, missing: { ldh: "not-done" as const } };
  expect(differences(form, { opened, mine: opened, theirs: other }).map(({ key }) => key)).toEqual([
    "haemoglobin",
    "ldh",
  ]);
});

it("takes each field from the side chosen, whole", () => {
  const other = { ...theirs, units: { haemoglobin: "g/L" } };
  const result = merged({ mine, theirs: other }, { karnofsky: "mine", haemoglobin: "theirs" });
  expect(result.values.karnofsky).toBe(90);
  expect(result.values.haemoglobin).toBe(13);
  expect(result.units).toEqual({ haemoglobin: "g/L" });
});
