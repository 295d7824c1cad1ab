import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownCases, verifyStatistics } from "./verify-statistics";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cases-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Copies the files of some cases into the folder. */
function take(...names: readonly string[]): void {
  for (const file of readdirSync(ownCases))
    if (names.includes(file.replace(/\.(csv|json)$/, ""))) cpSync(join(ownCases, file), join(folder, file));
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

describe("verify-statistics", () => {
  it("passes on the reference cases, every quantity within its tolerance", () => {
    const { json, text, passed } = verifyStatistics();
    expect(json.failures).toEqual([]);
    expect(json.problems).toEqual([]);
    expect(passed).toBe(true);
    expect(json.comparisons).toBeGreaterThan(40_000);
    expect(text).toContain("all within tolerance");
  });

  it("passes on our own cases of start–stop rows, by R's survival", () => {
    const { json, passed } = verifyStatistics(join(ownCases, "..", "own-cases"));
    expect(json.failures).toEqual([]);
    expect(passed).toBe(true);
    expect(json.quantities.map(({ quantity }) => quantity)).toContain("zph");
  });

  it("names what it did not compare", () => {
    take("bmt");
    const { json, text, passed } = verifyStatistics(folder);
    expect(passed).toBe(true);
    expect(json.notCompared.map(({ quantity }) => quantity)).toContain("competing.fine_gray.coef[]");
    expect(text).toContain("competing.fine_gray.coef[]");
  });

  it("reports a quantity it does not know as not compared", () => {
    take("aml");
    edit("aml.json", (text) => text.replace('"source"', '"novel_quantity":{"value":[1.5,2.5]},"source"'));
    const { json, passed } = verifyStatistics(folder);
    expect(passed).toBe(true);
    expect(json.notCompared).toContainEqual({
      quantity: "novel_quantity.value[]",
      numbers: 2,
      cases: ["aml"],
    });
  });

  it.each([
    ["a survival", "aml", "0.8260869565217391", "0.8260869565317391"],
    ["a limit", "aml", "0.6711827779375525", "0.6711827779475525"],
    ["a median", "aml", '"median_table":{"plain":[27', '"median_table":{"plain":[28'],
    ["a χ²", "lung", "10.326741954885632", "10.326741964885632"],
    ["a coefficient", "lung", "0.010794675528240483", "0.010794685528240483"],
    ["an incidence", "bmt", "0.2379862700228833", "0.2379862700238833"],
    ["a pair count", "lung", '"concordant":12541', '"concordant":12542'],
    ["a p of Fisher's", "tables", "0.4857142857142858", "0.4857142867142858"],
    ["a distribution", "dists", "0.15865525393145705", "0.15865525493145705"],
    ["a rank sum", "ranks", '"W":35', '"W":36'],
    ["a limit of Wilson's", "proportions", "0.7934506856227626", "0.7934506856237626"],
  ])("fails when one digit of %s is changed", (_, name, from, to) => {
    take(name);
    expect(verifyStatistics(folder).passed).toBe(true);
    edit(`${name}.json`, (text) => text.replace(from, to));
    const { passed, json, text } = verifyStatistics(folder);
    expect(passed).toBe(false);
    expect(json.failures.length + json.problems.length).toBeGreaterThan(0);
    expect(text).toContain("FAIL");
  });

  it("fails when one digit of the data is changed", () => {
    take("aml");
    edit("aml.csv", (text) => text.replace("\n13,1", "\n14,1"));
    expect(verifyStatistics(folder).passed).toBe(false);
  });

  it("fails on nothing compared, on a folder that does not exist, and on files it can't read", () => {
    expect(verifyStatistics(folder)).toMatchObject({ passed: false });
    expect(verifyStatistics(folder).text).toContain("nothing was compared");
    expect(verifyStatistics(join(folder, "none")).passed).toBe(false);
    take("aml");
    writeFileSync(join(folder, "broken.json"), "{");
    const { passed, json } = verifyStatistics(folder);
    expect(passed).toBe(false);
    expect(json.problems).toMatchObject([{ case: "broken" }]);
  });

  it("fails where data are missing, or hold a row no estimator can use", () => {
    take("aml");
    edit("aml.csv", (text) => text.replace("\n13,1", "\n13,2"));
    expect(verifyStatistics(folder).json.problems[0]?.problem).toContain("row 2");
    rmSync(join(folder, "aml.csv"));
    expect(verifyStatistics(folder).json.problems).toMatchObject([{ problem: "the case has no data file" }]);
  });

  it("reads a sample of a curve, by columns or by rows", () => {
    take("aml");
    const sampled = (form: (rows: readonly Record<string, unknown>[], index: readonly number[]) => unknown) =>
      edit("aml.json", (text) => {
        const json = JSON.parse(text) as { km: { overall: Record<string, unknown> } }; // the case is a fixture of this shape
        const curve = json.km.overall.curve as Record<string, number[]>; // as above
        const index = [0, 7, 16];
        const rows = index.map((at) => ({
          time: curve.time?.[at],
          surv: curve.surv?.[at],
          n_risk: curve.n_risk?.[at],
        }));
        delete json.km.overall.curve;
        json.km.overall.curve_sample = form(rows, index);
        return JSON.stringify(json);
      });
    const checks = () =>
      verifyStatistics(folder).json.quantities.find(({ quantity }) => quantity === "km.survival");
    sampled((rows, index) => ({ index, rows }));
    expect(verifyStatistics(folder).passed).toBe(true);
    const byRows = checks()?.comparisons;
    take("aml");
    sampled((rows, index) => ({
      index,
      rows: { surv: rows.map(({ surv }) => surv), time: rows.map(({ time }) => time) },
    }));
    expect(verifyStatistics(folder).passed).toBe(true);
    expect(checks()?.comparisons).toBe(byRows);
    edit("aml.json", (text) =>
      text
        .replace("0.546583850931677]", "0.546583850931676]")
        .replace("0.546583850931677,", "0.546583850921677,"),
    );
    expect(verifyStatistics(folder).passed).toBe(false);
  });
});
