import { readTable, type Table } from "./csv-table";
import { errorAt, type Problem } from "./problem";
import { registryFileNames, registryLayout, type RegistryTable, registryTables } from "./registry-layout";

/** A file as it was chosen or read: its name, and its bytes as they are. */
export type ImportFile = { readonly name: string; readonly bytes: Uint8Array };

export type RegistryTables = Readonly<Record<RegistryTable, Table>>;

export type RegistryFiles = { readonly tables: RegistryTables | null; readonly problems: readonly Problem[] };

const baseName = (name: string) => (name.split(/[\\/]/).at(-1) ?? name).toLowerCase();

/** Reads the four files of a registry. Tables come only when all four are there and can be read. */
export function readRegistryFiles(files: readonly ImportFile[]): RegistryFiles {
  const results = registryTables.map((table) => {
    const layout = registryLayout[table];
    const found = files.filter((file) => baseName(file.name) === layout.file);
    const [only] = found;
    if (found.length === 1 && only) return { name: table, ...readTable(layout, only.bytes) };
    const reason = only ? "The file was given more than once." : "The file is missing.";
    return { name: table, table: null, problems: [wholeFile(layout.file, reason)] };
  });
  const others = files
    .filter((file) => !registryFileNames.includes(baseName(file.name)))
    .map((file) => wholeFile(file.name, `Not one of the four files: ${registryFileNames.join(", ")}.`));
  const problems = [...results.flatMap((result) => result.problems), ...others];
  const [patients, lines, assessments, lesions] = results.map((result) => result.table);
  if (others.length > 0 || !patients || !lines || !assessments || !lesions) return { tables: null, problems };
  const tables = { patients, lines, assessments, lesions };
  if (patients.rows.length > 0) return { tables, problems };
  return { tables: null, problems: [...problems, wholeFile(patients.file, "The file holds no patient.")] };
}

function wholeFile(file: string, reason: string): Problem {
  return errorAt({ file, line: null, column: null, value: "" }, reason);
}
