const needsQuotes = /[",\r\n]|^\s|\s$/;
const startsFormula = /^[=+\-@\t\r]/;

/** A cell of a CSV file, quoted where RFC 4180 asks for it; guarded, a text that a spreadsheet would take for a formula is led by an apostrophe. */
export function csvCell(value: unknown, guarded = false): string {
  const plain = value === null || value === undefined ? "" : String(value);
  const text = guarded && typeof value === "string" && startsFormula.test(plain) ? `'${plain}` : plain;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV file (RFC 4180): a header line and a line for each row, CRLF. `guarded` for files meant to be read in a spreadsheet, not read back. */
export function csvText<R extends object>(
  columns: readonly (keyof R & string)[],
  rows: readonly R[],
  { guarded = false }: { readonly guarded?: boolean } = {},
): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map((cell) => csvCell(cell, guarded)).join(",")}\r\n`).join("");
}
