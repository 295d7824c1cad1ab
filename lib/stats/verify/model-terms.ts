import type { Covariate } from "../cox-design";
import { type CsvTable, numberColumn, textColumn } from "./csv-table";

/** What a model formula of a case says: the columns it needs and the columns of its strata. */
export type Formula = { readonly columns: readonly string[]; readonly strata: readonly string[] };

/** Reads the right side of an R formula such as `z1*z2 + factor(g) + strata(s)`, as far as the columns it names. */
export function formulaOf(rhs: string, data: CsvTable): Formula {
  const names = rhs.match(/[\p{L}_.][\p{L}\p{N}_.]*/gu) ?? [];
  const strata = [...rhs.matchAll(/strata\(([^)]*)\)/g)].flatMap(([, inner = ""]) =>
    inner.split(",").map((name) => name.trim()),
  );
  return { columns: [...new Set(names.filter((name) => data.columns.includes(name)))], strata };
}

type Part = { readonly term: string; readonly values: readonly number[] };

/** The design column R names `name`, built from the data, with the model term it belongs to; null for a name of another kind. */
export function covariateOf(name: string, data: CsvTable): Covariate | null {
  const parts = name.split(":").map((part) => partOf(part, data));
  const known = parts.flatMap((part) => (part ? [part] : []));
  if (known.length < parts.length) return null;
  const values = data.rows.map((_, row) =>
    known.reduce((product, part) => product * (part.values[row] ?? Number.NaN), 1),
  );
  return { name, values, term: known.map(({ term }) => term).join(":") };
}

function partOf(name: string, data: CsvTable): Part | null {
  const factor = /^((?:as\.)?factor\((.*?)\))(.+)$/.exec(name);
  if (factor) {
    const [, term = "", column = "", level = ""] = factor;
    return data.columns.includes(column) ? { term, values: indicator(data, column, level) } : null;
  }
  if (data.columns.includes(name)) return { term: name, values: numberColumn(data, name) };
  const column = data.columns
    .filter((candidate) => name.startsWith(candidate))
    .sort((one, other) => other.length - one.length)
    .find((candidate) => textColumn(data, candidate).includes(name.slice(candidate.length)));
  return column === undefined
    ? null
    : { term: column, values: indicator(data, column, name.slice(column.length)) };
}

const indicator = (data: CsvTable, column: string, level: string) =>
  textColumn(data, column).map((value) => (value === level ? 1 : 0));
