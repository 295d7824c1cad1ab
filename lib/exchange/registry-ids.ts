import type { Row } from "./csv-table";
import { cellAt, textAt } from "./entry-from-row";
import { errorAt, type Problem } from "./problem";
import type { RegistryTables } from "./registry-files";
import type { RegistryTable } from "./registry-layout";

/** The ids that stand in the registry already, of those in the files. */
export type KnownIds = Readonly<Record<"patients" | "lines" | "assessments", ReadonlySet<string>>>;

export const idColumns = { patients: "patient_id", lines: "line_id", assessments: "assessment_id" } as const;

type Identified = keyof typeof idColumns;

const identified = ["patients", "lines", "assessments"] as const satisfies readonly Identified[];

const longestId = 40;

/** The ids that a file gives to its rows. */
export function idsOf(tables: RegistryTables, table: Identified): string[] {
  return tables[table].rows.map((row) => textAt(row, idColumns[table])).filter((id) => id !== "");
}

/** The first row of each id. */
export function rowsById(tables: RegistryTables, table: Identified): ReadonlyMap<string, Row> {
  const rows = tables[table].rows.map((row) => [textAt(row, idColumns[table]), row] as const);
  return new Map(rows.toReversed().filter(([id]) => id !== ""));
}

/** Every id that is blank, too long, given twice, or in the registry already. */
export function idProblems(tables: RegistryTables, known: KnownIds): Problem[] {
  return identified.flatMap((table) => {
    const { file, rows } = tables[table];
    const first = rowsById(tables, table);
    return rows
      .filter((row) => row.whole)
      .flatMap((row): Problem[] => {
        const id = textAt(row, idColumns[table]);
        const cell = cellAt(file, row, idColumns[table]);
        if (id === "") return [errorAt(cell, "An id is needed.")];
        if (id.length > longestId) return [errorAt(cell, `An id has at most ${longestId} characters.`)];
        if (known[table].has(id)) return [errorAt(cell, "The id is in the registry already.")];
        const earlier = first.get(id);
        return earlier === row
          ? []
          : [errorAt(cell, `The id is given twice: also in line ${earlier?.line}.`)];
      });
  });
}

type Link = { readonly from: RegistryTable; readonly to: Identified };

const links: readonly Link[] = [
  { from: "lines", to: "patients" },
  { from: "assessments", to: "patients" },
  { from: "assessments", to: "lines" },
  { from: "lesions", to: "patients" },
  { from: "lesions", to: "lines" },
  { from: "lesions", to: "assessments" },
];

/** Every reference that names no row, or a row of another patient or line. */
export function referenceProblems(tables: RegistryTables): Problem[] {
  const index = Object.fromEntries(identified.map((table) => [table, rowsById(tables, table)]));
  const rowOf = (table: Identified, id: string) => index[table]?.get(id);
  return links.flatMap(({ from, to }) => {
    const { file, rows } = tables[from];
    return rows
      .filter((row) => row.whole)
      .flatMap((row): Problem[] => {
        const id = textAt(row, idColumns[to]);
        const cell = cellAt(file, row, idColumns[to]);
        if (id === "") return [errorAt(cell, "An id is needed.")];
        const target = rowOf(to, id);
        if (!target) return [errorAt(cell, `There is no such id in ${tables[to].file}.`)];
        return ownerProblems(tables, { from, row, to, target });
      });
  });
}

/** The row named must itself belong to the patient and the line that the naming row gives. */
function ownerProblems(
  tables: RegistryTables,
  { from, row, to, target }: Link & { readonly row: Row; readonly target: Row },
): Problem[] {
  const owners = to === "assessments" ? (["patient_id", "line_id"] as const) : (["patient_id"] as const);
  if (to === "patients") return [];
  return owners
    .filter((column) => textAt(row, column) !== "" && textAt(target, column) !== "")
    .filter((column) => textAt(row, column) !== textAt(target, column))
    .map((column) =>
      errorAt(
        cellAt(tables[from].file, row, column),
        `${textAt(row, idColumns[to])} belongs to ${textAt(target, column)} (${tables[to].file}, line ${target.line}).`,
      ),
    );
}
