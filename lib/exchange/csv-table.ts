import { CsvError, parse } from "csv-parse/sync";
import { errorAt, type Problem, warningAt } from "./problem";

/** One record of a file: its line (the first, where a quoted cell spans several) and its trimmed cells by column. */
export type Row = {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** False when it has too few or too many cells, so that they cannot be told apart. */
  readonly whole: boolean;
};

export type Table = { readonly file: string; readonly rows: readonly Row[] };

export type TableResult = { readonly table: Table | null; readonly problems: readonly Problem[] };

type Layout = { readonly file: string; readonly columns: readonly string[] };
type Records = readonly { readonly line: number; readonly cells: readonly string[] }[];

type Parsed =
  | { readonly ok: true; readonly records: Records }
  | { readonly ok: false; readonly line: number; readonly reason: string };

const unreadable: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "A quotation mark is opened and never closed.",
  INVALID_OPENING_QUOTE: "A quotation mark stands inside a cell that is not quoted.",
  CSV_INVALID_CLOSING_QUOTE: "A quoted cell goes on after its closing quotation mark.",
  CSV_MAX_RECORD_SIZE: "A record is longer than 128,000 characters.",
};

/** Reads a CSV file with a header: UTF-8 with or without byte order mark, any line ends, quoted cells. Without a table the problems say why it cannot be read. */
export function readTable(layout: Layout, bytes: Uint8Array): TableResult {
  const whole = { file: layout.file, line: null, column: null, value: "" };
  const refused = (line: number | null, reason: string): TableResult => ({
    table: null,
    problems: [errorAt({ ...whole, line }, reason)],
  });
  const text = decoded(bytes);
  if (text === null) return refused(null, "This is not text in UTF-8.");
  const lines = parsed(text);
  if (!lines.ok) return refused(lines.line, lines.reason);
  const [header, ...records] = lines.records;
  if (!header) return refused(null, "The file is empty.");
  const names = header.cells.map((name) => name.trim());
  const problems = headerProblems(layout, names);
  if (problems.some((problem) => problem.severity === "error")) return { table: null, problems };
  return body(layout, names, records, problems);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes); // drops the byte order mark
    return text.includes("\u0000") ? null : text.replace(/\r\n?/g, "\n");
  } catch {
    return null;
  }
}

function parsed(text: string): Parsed {
  try {
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: "\n",
    }) as unknown as { info: { lines: number }; record: string[] }[]; // what the parser gives with `info`
    const placed = records.map(({ info, record }) => ({
      line: info.lines - record.join("").split("\n").length + 1,
      cells: record,
    }));
    return { ok: true, records: placed };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
    return { ok: false, line, reason: unreadable[error.code] ?? "The line cannot be read as CSV." };
  }
}

function headerProblems(layout: Layout, names: readonly string[]): Problem[] {
  const at = (column: string | null, value: string) => ({ file: layout.file, line: 1, column, value });
  const [only] = names;
  if (names.length === 1 && only !== undefined && /[;\t]/.test(only))
    return [errorAt(at(null, only), "The cells must be separated by commas.")];
  const missing = layout.columns
    .filter((column) => !names.includes(column))
    .map((column) => errorAt(at(column, ""), "The column is missing."));
  const twice = new Set(names.filter((name, index) => name !== "" && names.indexOf(name) !== index));
  const unknown = new Set(names.filter((name) => !layout.columns.includes(name)));
  return [
    ...missing,
    ...[...twice].map((name) => errorAt(at(name, name), "The column stands in the header twice.")),
    ...[...unknown].map((name) =>
      warningAt(at(name, name), "The column is not part of the layout and is not read."),
    ),
  ];
}

function body(
  layout: Layout,
  names: readonly string[],
  records: Records,
  problems: readonly Problem[],
): TableResult {
  const rows = records
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        layout.columns.map((column) => [column, (cells[names.indexOf(column)] ?? "").trim()]),
      ),
      whole: cells.length === names.length,
      found: cells.length,
    }));
  const ragged = rows
    .filter((row) => !row.whole)
    .map((row) =>
      errorAt(
        { file: layout.file, line: row.line, column: null, value: "" },
        `The line has ${row.found} cells, the header ${names.length}.`,
      ),
    );
  return { table: { file: layout.file, rows }, problems: [...problems, ...ragged] };
}
