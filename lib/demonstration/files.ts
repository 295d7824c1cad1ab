import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImportFile } from "../exchange/registry-files";
import { registryFileNames } from "../exchange/registry-layout";

const folder = join(process.cwd(), "lib", "demonstration", "busch-2011");

/** The four files of the demonstration registry: 60 synthetic patients, no real one. */
export async function demonstrationFiles(): Promise<ImportFile[]> {
  return Promise.all(
    registryFileNames.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
  );
}
