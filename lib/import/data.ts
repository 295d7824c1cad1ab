import { inArray } from "drizzle-orm";
import type { Reader } from "../../db/client";
import { formTables } from "../../db/schema/forms";
import { sites } from "../../db/schema/registry";
import { type Context, inScope, todayOf } from "../auth/viewer";
import type { FormId } from "../crf/forms";
import type { RegistryTables } from "../exchange/registry-files";
import { idsOf, type KnownIds } from "../exchange/registry-ids";
import type { Registry } from "../exchange/registry-plan";

/** How many ids one read asks for: SQLite and PostgreSQL both limit the values of a statement. */
const chunk = 500;

async function knownSourceIds(read: Reader, form: FormId, ids: readonly string[]): Promise<Set<string>> {
  const table = formTables[form];
  const known = new Set<string>();
  for (let from = 0; from < ids.length; from += chunk) {
    const rows = await read
      .select({ sourceId: table.sourceId })
      .from(table)
      .where(inArray(table.sourceId, ids.slice(from, from + chunk)));
    for (const { sourceId } of rows) if (sourceId !== null) known.add(sourceId);
  }
  return known;
}

async function knownIds(read: Reader, tables: RegistryTables): Promise<KnownIds> {
  return {
    patients: await knownSourceIds(read, "enrolment", idsOf(tables, "patients")),
    lines: await knownSourceIds(read, "therapy", idsOf(tables, "lines")),
    assessments: await knownSourceIds(read, "assessment", idsOf(tables, "assessments")),
  };
}

/** What an import must know of the registry. Only the viewer's sites can be found; only a viewer over all sites may have centres made into sites. */
export async function registryFor(
  context: Context,
  read: Reader,
  { tables, createSites }: { readonly tables: RegistryTables; readonly createSites: boolean },
): Promise<Registry> {
  const all = await read.select({ id: sites.id, name: sites.name, sourceId: sites.sourceId }).from(sites);
  return {
    sites: all.filter((site) => inScope(context.viewer.sites, site.id)),
    known: await knownIds(read, tables),
    createSites: createSites && context.viewer.sites === "all",
    today: todayOf(context),
  };
}
