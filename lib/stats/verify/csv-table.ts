/** A CSV file by columns; an empty cell is NA. */
export type CsvTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Reads comma-separated text with a header line; fields may be quoted. */
export function csvTable(text: string): CsvTable {
  const lines = text.split(/\r?\n/).filter((line) => line !== "");
  const [columns = [], ...rows] = lines.map(fieldsOf);
  return { columns, rows };
}

function fieldsOf(line: string): string[] {
  const fields = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...fields].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );
}

/** The rows in which every named column has a value; throws where a column does not exist. */
export function completeRows(table: CsvTable, names: readonly string[]): CsvTable {
  const places = names.map((name) => placeOf(table, name));
  return { ...table, rows: table.rows.filter((row) => places.every((place) => !isMissing(row[place]))) };
}

/** A column as text. */
export function textColumn(table: CsvTable, name: string): string[] {
  const place = placeOf(table, name);
  return table.rows.map((row) => row[place] ?? "");
}

/** A column as numbers; throws where a cell is none. */
export function numberColumn(table: CsvTable, name: string): number[] {
  return textColumn(table, name).map((cell, row) => {
    const value = Number(cell);
    if (cell.trim() === "" || Number.isNaN(value))
      throw new Error(`column ${name}, row ${row + 1}: "${cell}" is not a number`);
    return value;
  });
}

/** The rows in which a column has one of some values. */
export function rowsWhere(table: CsvTable, name: string, values: readonly string[]): CsvTable {
  const place = placeOf(table, name);
  return { ...table, rows: table.rows.filter((row) => values.includes(row[place] ?? "")) };
}

const isMissing = (cell: string | undefined) => cell === undefined || cell === "" || cell === "NA";

function placeOf(table: CsvTable, name: string): number {
  const place = table.columns.indexOf(name);
  if (place === -1) throw new Error(`the data have no column "${name}"`);
  return place;
}
