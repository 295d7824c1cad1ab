import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../../lib/exchange/problem";
import type { ImportFile } from "../../lib/exchange/registry-files";
import { registryFileNames } from "../../lib/exchange/registry-layout";
import type { ImportCounts } from "../../lib/exchange/registry-plan";
import { checkImport, importRegistry } from "../../lib/import/commands";
import { type Arguments, Refusal } from "../command";
import { problemTable } from "../problem-table";
import { typedPath } from "../typed-path";
import { withContext } from "../with-context";

const countsText = (counts: ImportCounts) =>
  `${counts.patients} patients, ${counts.lines} therapy lines, ${counts.assessments} assessments, ${counts.lesions} target lesions`;

/** Imports the four files of a folder, or tells every bad cell and imports nothing. */
export async function run({ positionals, values }: Arguments): Promise<void> {
  const typed = positionals[0] ?? "";
  const files = await filesIn(typedPath(typed), typed);
  const createSites = !values["known-sites"];
  await withContext(async (context) => {
    if (values.check) {
      const { ok, counts, problems } = await checkImport(context, files, { createSites });
      tell(problems);
      if (!ok || !counts) throw new Refusal(refused(problems));
      console.log(`Nothing is wrong: ${countsText(counts)} can be imported.`);
      return;
    }
    const result = await importRegistry(context, files, { createSites, onProgress: progress });
    tell(result.ok ? result.warnings : result.problems);
    if (!result.ok) throw new Refusal(refused(result.problems));
    console.log(`Imported ${countsText(result.counts)}: ${result.entries} entries.`);
  });
}

/** The four files of a folder that are there; whatever else it holds is no concern of the import. */
async function filesIn(folder: string, typed: string): Promise<ImportFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new Refusal(`The folder ${typed} cannot be read.`, { cause: error });
  }
  const wanted = names.filter((name) => registryFileNames.includes(name.toLowerCase()));
  return Promise.all(
    wanted.map(async (name) => {
      try {
        return { name, bytes: await readFile(join(folder, name)) };
      } catch (error) {
        throw new Refusal(`The file ${join(typed, name)} cannot be read.`, { cause: error });
      }
    }),
  );
}

function tell(problems: readonly Problem[]): void {
  if (problems.length > 0) console.error(`${problemTable(problems)}\n`);
}

function refused(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return `Nothing is imported: ${errors} ${errors === 1 ? "error" : "errors"}.`;
}

function progress(done: number, total: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${done} of ${total} patients${done === total ? "\n" : ""}`);
}
