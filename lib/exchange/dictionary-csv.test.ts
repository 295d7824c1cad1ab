import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { columnName } from "../crf/columns";
import { fieldsOf } from "../crf/define";
import { dictionaryColumns } from "../crf/dictionary";
import { formById, formIds } from "../crf/forms";
import { csvCell } from "./csv";
import { dictionaryCsv } from "./dictionary-csv";

const csv = dictionaryCsv();
const records: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: "\r\n" });

test.each(formIds)("every field of %s stands in the file with its label", (id) => {
  const expected = fieldsOf(formById(id)).flatMap(([key, field]) => [
    [columnName(key), field.label],
    ...(field.kind === "group"
      ? Object.entries(field.fields).map(([inner, item]) => [columnName(`${key}.${inner}`), item.label])
      : []),
  ]);
  const found = records
    .filter((record) => record.form === id)
    .map((record) => [record.variable, record.label]);
  expect(found).toEqual(expected);
});

test("the file has a header, CRLF line ends and no byte order mark", () => {
  const [header] = csv.split("\r\n");
  expect(header).toBe(dictionaryColumns.join(","));
  expect(csv.endsWith("\r\n")).toBe(true);
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("units, codes and checks arrive as the form has them", () => {
  const of = (form: string, variable: string) =>
    records.find((record) => record.form === form && record.variable === variable);
  expect(of("risk", "haemoglobin")?.unit).toContain("g/L (× 0.1 g/dL)");
  expect(of("therapy", "drugs")?.codes).toContain("sunitinib");
  expect(of("follow-up", "death_date")?.checks).toContain("before the last dose");
});

test.each([
  ["a, b", '"a, b"'],
  ['say "yes"', '"say ""yes"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["-5, or +5", `"'-5, or +5"`],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["0 to 100", "0 to 100"],
])("the cell %j stands in the file as %s", (value, cell) => {
  expect(csvCell(value, true)).toBe(cell);
});
