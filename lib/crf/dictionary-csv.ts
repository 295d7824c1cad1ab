import { dictionary, dictionaryColumns, type DictionaryRow } from "./dictionary";
import { formById, formIds } from "./forms";
import { patientChecks } from "./forms/patient-checks";

/** A cell as it stands in the file: led by an apostrophe where a spreadsheet would take it for a formula, quoted where RFC 4180 asks for it. */
export function csvCell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Every field of every form, in the order of the forms. */
export function dictionaryRows(): DictionaryRow[] {
  return formIds.flatMap((form) => dictionary(formById(form), patientChecks));
}

/** The data dictionary as a CSV file (RFC 4180, CRLF, no byte order mark). */
export function dictionaryCsv(): string {
  const lines = [
    dictionaryColumns,
    ...dictionaryRows().map((row) => dictionaryColumns.map((column) => row[column])),
  ];
  return lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
