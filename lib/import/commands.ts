import { createHash, randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Writer } from "../../db/client";
import { isUniqueViolation } from "../../db/errors";
import { appendEvent, insertRow, type Recording } from "../../db/record";
import { sites } from "../../db/schema/registry";
import { actorOf, type Context } from "../auth/viewer";
import type { EntryContent } from "../crf/define";
import { type NewEntry, recordNew } from "../entries/recorder";
import { errorAt, type Problem, sortedProblems } from "../exchange/problem";
import type { PlannedEntry } from "../exchange/registry-entry";
import { type ImportFile, readRegistryFiles, type RegistryTables } from "../exchange/registry-files";
import { registryFileNames } from "../exchange/registry-layout";
import {
  type ImportCounts,
  type ImportPlan,
  planImport,
  type PlannedPatient,
} from "../exchange/registry-plan";
import { allocatePseudonym } from "../patients/pseudonym";
import { registryFor } from "./data";

export type ImportOptions = {
  /** Whether centres the registry does not know become sites: for the command line and the demonstration. */
  readonly createSites?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
};

export type ImportResult =
  | {
      readonly ok: true;
      readonly patients: number;
      readonly entries: number;
      readonly counts: ImportCounts;
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type ImportCheck = {
  readonly ok: boolean;
  readonly counts: ImportCounts | null;
  readonly problems: readonly Problem[];
};

/** What an import of the files would do and everything that is wrong with them. Writes nothing. */
export async function checkImport(
  context: Context,
  files: readonly ImportFile[],
  options: ImportOptions = {},
): Promise<ImportCheck> {
  const { tables, problems } = readRegistryFiles(files);
  if (!tables) return { ok: false, counts: null, problems: sortedProblems(problems, registryFileNames) };
  const createSites = options.createSites ?? false;
  const registry = await registryFor(context, context.db.read, { tables, createSites });
  const plan = planImport(tables, registry, problems);
  return { ok: plan.ok, counts: plan.counts, problems: plan.problems };
}

/** Imports the four files of a registry: all of it in one transaction, or nothing when a single cell is bad. */
export async function importRegistry(
  context: Context,
  files: readonly ImportFile[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { tables, problems } = readRegistryFiles(files);
  if (!tables) return { ok: false, problems: sortedProblems(problems, registryFileNames) };
  try {
    return await context.db.transaction(async (writer) => {
      const plan = await planned(context, writer, { tables, problems, options });
      if (!plan.ok) return { ok: false as const, problems: plan.problems };
      return record({ writer, actor: actorOf(context), at: context.now }, plan, { files, options });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, problems: [meanwhile] };
  }
}

const meanwhile = errorAt(
  { file: registryFileNames[0] ?? "", line: null, column: null, value: "" },
  "Somebody imported or created one of these while this import ran. Check again.",
);

async function planned(
  context: Context,
  writer: Writer,
  at: {
    readonly tables: RegistryTables;
    readonly problems: readonly Problem[];
    readonly options: ImportOptions;
  },
): Promise<ImportPlan> {
  const createSites = at.options.createSites ?? false;
  const registry = await registryFor(context, writer, { tables: at.tables, createSites });
  return planImport(at.tables, registry, at.problems);
}

/** Patients recorded before the process may serve others again: a long import must not hold up readers. */
const stride = 10;

async function record(
  recording: Recording,
  plan: ImportPlan,
  { files, options }: { readonly files: readonly ImportFile[]; readonly options: ImportOptions },
): Promise<ImportResult> {
  for (const site of plan.newSites)
    await insertRow(recording, sites, {
      row: { ...site, allocated: 0, createdAt: recording.at },
      audit: { action: "site.create", after: { ...site } },
    });
  let entries = 0;
  for (const [index, patient] of plan.patients.entries()) {
    const recorded = await newEntries(recording.writer, patient);
    await recordNew(recording, recorded);
    entries += recorded.length;
    if ((index + 1) % stride !== 0 || index + 1 === plan.patients.length) continue;
    options.onProgress?.(index + 1, plan.patients.length);
    await setImmediate();
  }
  const { counts } = plan;
  options.onProgress?.(counts.patients, counts.patients);
  await appendEvent(recording, {
    action: "registry.import",
    tableName: "registry",
    rowId: randomUUID(),
    after: { ...hashes(files), ...counts, entries },
  });
  const warnings = plan.problems;
  return { ok: true, patients: counts.patients, entries, counts, warnings };
}

/** The SHA-256 of each file by its name, so that the audit trail can tell what was imported. */
function hashes(files: readonly ImportFile[]): Record<string, string> {
  return Object.fromEntries(
    files.map(({ name, bytes }) => [name, createHash("sha256").update(bytes).digest("hex")]),
  );
}

/** The entries of a planned patient under new ids, with a pseudonym, each assessment pointing at its line. */
async function newEntries(writer: Writer, patient: PlannedPatient): Promise<NewEntry[]> {
  const patientId = randomUUID();
  const pseudonym = await allocatePseudonym(writer, patient.site);
  if (pseudonym === null) throw new Error(`the site ${patient.site} is planned, but not there`);
  const withIds = patient.entries.map((entry) => ({
    entry,
    id: entry.form === "enrolment" ? patientId : randomUUID(),
  }));
  const lineIds = new Map(
    withIds.filter(({ entry }) => entry.form === "therapy").map(({ entry, id }) => [entry.sourceId, id]),
  );
  return withIds.map(({ entry, id }) => ({
    id,
    form: entry.form,
    patientId,
    sourceId: entry.sourceId,
    state: "complete",
    content: linked(entry, pseudonym, lineIds),
  }));
}

function linked(
  { form, content }: PlannedEntry,
  pseudonym: string,
  lineIds: ReadonlyMap<unknown, string>,
): EntryContent {
  if (form === "enrolment") return { ...content, values: { ...content.values, pseudonym } };
  if (form !== "assessment") return content;
  return { ...content, values: { ...content.values, line: lineIds.get(content.values.line) ?? null } };
}
