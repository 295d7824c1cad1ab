import type { Row } from "./csv-table";
import { cellAt, textAt } from "./entry-from-row";
import { errorAt, type Problem } from "./problem";

/** A site as an import may find or make it. */
export type ImportSite = { readonly id: string; readonly name: string; readonly sourceId: string | null };

export type Centres = {
  /** The site of each centre in the file; a centre without one is missing. */
  readonly siteOf: ReadonlyMap<string, ImportSite>;
  readonly created: readonly ImportSite[];
};

/** Finds the site of each centre by its name in files, its code or its own name; where asked, makes those that there are not. */
export function centresOf(names: readonly string[], sites: readonly ImportSite[], create: boolean): Centres {
  const siteOf = new Map<string, ImportSite>();
  const created: ImportSite[] = [];
  for (const name of new Set(names.filter((text) => text !== ""))) {
    const found =
      sites.find((site) => site.sourceId === name) ??
      sites.find((site) => site.id === name) ??
      sites.find((site) => site.name.toLowerCase() === name.toLowerCase());
    if (!found && !create) continue;
    const site = found ?? { id: freeCode(name, [...sites, ...created]), name, sourceId: name };
    if (!found) created.push(site);
    siteOf.set(name, site);
  }
  return { siteOf, created };
}

/** A code for a centre, of its letters and digits: `C1` for C1, `HAN` for Hannover, `HAN2` where that is taken. */
function freeCode(name: string, taken: readonly ImportSite[]): string {
  const plain = name
    .normalize("NFD")
    .replace(/[^a-zA-Z0-9]/g, "")
    .toUpperCase();
  const code = (plain.length > 5 ? plain.slice(0, 3) : plain) || "SITE";
  const isFree = (candidate: string) => !taken.some((site) => site.id.toUpperCase() === candidate);
  if (isFree(code)) return code;
  let number = 2;
  while (!isFree(`${code}${number}`)) number += 1;
  return `${code}${number}`;
}

/** Why a line's centre is no site, if it is none. */
export function centreProblems(
  file: string,
  row: Row,
  centres: Centres,
  sites: readonly ImportSite[],
): Problem[] {
  const centre = textAt(row, "centre");
  if (centres.siteOf.has(centre)) return [];
  const cell = cellAt(file, row, "centre");
  if (centre === "") return [errorAt(cell, "Enter a value.")];
  const known = sites.map((site) => site.sourceId ?? site.id).join(", ") || "none";
  return [errorAt(cell, `There is no such site. Known: ${known}.`)];
}
