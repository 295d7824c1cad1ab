"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import type { Problem } from "@/lib/exchange/problem";
import type { ImportFile } from "@/lib/exchange/registry-files";
import type { ImportCounts } from "@/lib/exchange/registry-plan";
import { checkImport, importRegistry } from "@/lib/import/commands";
import { mostProblems } from "./limits";

/** What came of a check or an import. The problems may be cut short; their numbers are of all. */
export type ImportOutcome = {
  readonly ok: boolean;
  readonly imported: boolean;
  readonly counts: ImportCounts | null;
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
};

const chosenFiles = z
  .instanceof(FormData)
  .transform((form) => form.getAll("files").filter((item) => item instanceof File));

async function importFiles(files: readonly File[]): Promise<ImportFile[]> {
  return Promise.all(
    files
      .slice(0, 10)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

function outcome(
  result: Pick<ImportOutcome, "ok" | "imported" | "counts">,
  problems: readonly Problem[],
): ImportOutcome {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const { ok, imported, counts } = result;
  return {
    ok,
    imported,
    counts,
    problems: problems.slice(0, mostProblems),
    errors,
    warnings: problems.length - errors,
  };
}

export const checkImportAction = action("import.run", chosenFiles, async (context, files) => {
  const { ok, counts, problems } = await checkImport(context, await importFiles(files));
  return outcome({ ok, counts, imported: false }, problems);
});

export const importRegistryAction = action("import.run", chosenFiles, async (context, files) => {
  const result = await importRegistry({ ...context, source: "import" }, await importFiles(files));
  if (!result.ok) return outcome({ ok: false, imported: false, counts: null }, result.problems);
  revalidatePath("/", "layout");
  return outcome({ ok: true, imported: true, counts: result.counts }, result.warnings);
});
