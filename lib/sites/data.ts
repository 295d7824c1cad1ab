import { and, asc, inArray } from "drizzle-orm";
import type { Reader } from "../../db/client";
import { sites } from "../../db/schema/registry";
import type { Context } from "../auth/viewer";

export type Site = { readonly id: string; readonly name: string; readonly allocated: number };

/** The sites within the viewer's scope, in order of their code. */
export async function sitesOf(context: Context): Promise<Site[]> {
  const scope = context.viewer.sites;
  return context.db.read
    .select({ id: sites.id, name: sites.name, allocated: sites.allocated })
    .from(sites)
    .where(and(scope === "all" ? undefined : inArray(sites.id, [...scope])))
    .orderBy(asc(sites.id));
}

/** Those of some codes that are sites. */
export async function existingSites(read: Reader, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await read
    .select({ id: sites.id })
    .from(sites)
    .where(inArray(sites.id, [...codes]));
  return rows.map((row) => row.id);
}
