import { describe, expect, it } from "vitest";
import { csvText } from "./csv";
import { readRegistryFiles } from "./registry-files";
import { registryLayout } from "./registry-layout";
import { fileOf, filesOf, planOf, smallRegistry, withCells } from "./testing";

const text = (index: number) => new TextDecoder().decode(filesOf(smallRegistry)[index]?.bytes);

const withFile = (index: number, replacement: string) =>
  filesOf(smallRegistry).map((file, position) =>
    position === index ? fileOf(file.name, replacement) : file,
  );

const told = (index: number, replacement: string) => {
  const { tables, problems } = readRegistryFiles(withFile(index, replacement));
  return {
    readable: tables !== null,
    problems: problems.map(({ line, column, reason }) => [line, column, reason]),
  };
};

describe("reading the four files", () => {
  it.each([
    ["a byte order mark", (csv: string) => `\uFEFF${csv}`],
    ["Unix line ends", (csv: string) => csv.replaceAll("\r\n", "\n")],
    ["old line ends", (csv: string) => csv.replaceAll("\r\n", "\r")],
    ["no last line end", (csv: string) => csv.trimEnd()],
    ["blank lines", (csv: string) => csv.replaceAll("\r\n", "\r\n\r\n")],
    ["lines of commas", (csv: string) => `${csv},,,,,,,,,,,\r\n`],
    ["every cell quoted", (csv: string) => csv.replace(/[^,\r\n]+/g, '"$&"')],
    ["spaces around", (csv: string) => csv.replaceAll("sunitinib", " sunitinib ")],
  ])("takes %s", (_, change) => {
    const files = withFile(1, change(text(1)));
    expect(planOf(files).problems).toEqual([]);
    expect(planOf(files).counts).toEqual(planOf(filesOf(smallRegistry)).counts);
  });

  it("takes columns in another order", () => {
    const columns = registryLayout.lines.columns.toReversed();
    expect(planOf(withFile(1, csvText(columns, smallRegistry.lines))).problems).toEqual([]);
  });

  it("counts the lines of quoted cells and blank lines", () => {
    const note = "first\nsecond, with a comma\nthird";
    const bad = withCells(withCells(smallRegistry, "lines", 2, { start_dose_schedule: note }), "lines", 3, {
      setting: "none",
    });
    const csv = csvText(registryLayout.lines.columns, bad.lines);
    const [header = "", ...rest] = csv.split("\r\n");
    const files = withFile(1, [header, "", ...rest].join("\r\n"));
    expect(planOf(files).problems.map(({ line, column }) => [line, column])).toEqual([[6, "setting"]]);
    const [therapy] = planOf(files).patients[0]?.entries.filter((entry) => entry.form === "therapy") ?? [];
    expect(therapy?.content.values.doseSchedule).toBe(note);
  });

  it("tells a file that is missing, given twice, or none of the four", () => {
    const files = filesOf(smallRegistry);
    const [first] = files;
    const reasons = (given: typeof files) =>
      readRegistryFiles(given).problems.map(({ file, line, reason }) => [file, line, reason]);
    expect(reasons(files.slice(1))).toEqual([["patients.csv", null, "The file is missing."]]);
    expect(reasons(first ? [...files, first] : [])).toEqual([
      ["patients.csv", null, "The file was given more than once."],
    ]);
    expect(reasons([...files, fileOf("notes.csv", "a")])[0]?.[0]).toBe("notes.csv");
    expect(readRegistryFiles([...files, fileOf("notes.csv", "a")]).tables).toBeNull();
  });

  it("tells what cannot be read, and where", () => {
    expect(told(0, "")).toEqual({ readable: false, problems: [[null, null, "The file is empty."]] });
    expect(told(1, `${text(1)}"open`).problems[0]?.[2]).toMatch(/never closed/);
    expect(told(1, text(1).replace("progression", 'pro"gression')).problems).toEqual([
      [2, null, "A quotation mark stands inside a cell that is not quoted."],
    ]);
    expect(told(1, text(1).replaceAll(",", ";")).problems[0]?.[2]).toMatch(/commas/);
    expect(told(1, text(1).replace("\r\n", "\u0000\r\n")).problems[0]?.[2]).toMatch(/UTF-8/);
    const latin = { name: "patients.csv", bytes: Uint8Array.from([0x70, 0xe9, 0x2c]) };
    expect(readRegistryFiles([latin, ...filesOf(smallRegistry).slice(1)]).problems[0]?.reason).toMatch(
      /UTF-8/,
    );
  });

  it("tells a header that lacks a column, repeats one, or has one too many", () => {
    expect(told(1, text(1).replace("setting", "phase"))).toEqual({
      readable: false,
      problems: [
        [1, "setting", "The column is missing."],
        [1, "phase", "The column is not part of the layout and is not read."],
      ],
    });
    expect(told(1, text(1).replace("setting", "drugs")).problems).toContainEqual([
      1,
      "drugs",
      "The column stands in the header twice.",
    ]);
  });

  it("tells a line with too many or too few cells, and judges no cell of it", () => {
    const csv = text(1).replace("as usual", "50 mg, twice");
    expect(told(1, csv).problems).toEqual([[2, null, "The line has 13 cells, the header 12."]]);
    expect(planOf(withFile(1, csv)).ok).toBe(false);
  });

  it("takes files without a row, but not without a patient", () => {
    const header = (csv: string) => csv.split("\r\n")[0] ?? "";
    const none = filesOf({ ...smallRegistry, lines: [], assessments: [], lesions: [] });
    expect(planOf(none).problems).toEqual([]);
    expect(planOf(none).counts).toEqual({ patients: 2, lines: 0, assessments: 0, lesions: 0 });
    expect(told(0, header(text(0))).problems).toEqual([[null, null, "The file holds no patient."]]);
  });
});
