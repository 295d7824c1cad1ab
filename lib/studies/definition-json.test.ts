import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { intrinsicResistance } from "../outcomes/study-definition";
import { definitionSchema, parseDefinition } from "./definition-json";

describe("a study definition as JSON", () => {
  it("is the default study where it says nothing, and comes back as it went", () => {
    expect(parseDefinition("{}")).toEqual({ ok: true, definition: intrinsicResistance });
    const { id: _, ...json } = intrinsicResistance;
    expect(parseDefinition(JSON.stringify(json))).toEqual({ ok: true, definition: intrinsicResistance });
  });

  it.each([
    ['{"cutoff":"2010"}', "cutoff"],
    ['{"cutoff":"2010-02-30"}', "cutoff"],
    ['{"indexDrugs":[]}', "indexDrugs"],
    ['{"indexDrugs":["aspirin"]}', "indexDrugs.0"],
    ['{"resistance":{"rule":"within months"}}', "resistance.months"],
    ['{"resistance":{"rule":"soon"}}', "resistance.rule"],
    ['{"onTreatmentDays":-1}', "onTreatmentDays"],
    ['{"slug":"Not A Slug"}', "slug"],
    ['{"resistanse":{}}', "definition"],
    ["[]", "definition"],
    ["{", "This is not JSON"],
  ])("refuses %s, naming the place", (text, place) => {
    const parsed = parseDefinition(text);
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.split(":")[0])).toEqual([place]);
  });

  it("has every parameter in its documentation", () => {
    const documentation = readFileSync(join(import.meta.dirname, "../../docs/study-definition.md"), "utf8");
    for (const parameter of Object.keys(definitionSchema.shape))
      expect(documentation).toContain(`| \`${parameter}\``);
  });
});
