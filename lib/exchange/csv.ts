const needsQuotes = /[",\r\n]|^\s|\s$/;

const cellText = (value: unknown) => {
  const text = value === null || value === undefined ? "" : String(value);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A CSV file (RFC 4180): a header line and a line for each row, CRLF, cells quoted where they must be. */
export function csvText<R extends object>(
  columns: readonly (keyof R & string)[],
  rows: readonly R[],
): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");
}
