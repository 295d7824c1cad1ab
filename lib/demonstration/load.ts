import { insertRow } from "../../db/record";
import { sites } from "../../db/schema/registry";
import { actorOf, type Context } from "../auth/viewer";
import { importRegistry } from "../import/commands";
import { hasDemonstration, siteIds } from "./data";
import { demonstrationFiles } from "./files";
import { demonstrationSites } from "./sites";

/** Creates the demonstration's sites where they are absent and imports its patients; none when they are there already. The viewer must see all sites. */
export async function loadDemonstration(
  context: Context,
  onProgress?: (done: number, total: number) => void,
): Promise<{ readonly patients: number }> {
  await createSites(context);
  if (await hasDemonstration(context.db.read)) return { patients: 0 };
  const result = await importRegistry(context, await demonstrationFiles(), onProgress ? { onProgress } : {});
  if (result.ok) return { patients: result.patients };
  const [first] = result.problems;
  throw new Error(`the demonstration was refused: ${first?.file} line ${first?.line}: ${first?.reason}`);
}

async function createSites(context: Context): Promise<void> {
  await context.db.transaction(async (writer) => {
    const present = await siteIds(writer);
    for (const site of demonstrationSites) {
      if (present.includes(site.id)) continue;
      await insertRow({ writer, actor: actorOf(context), at: context.now }, sites, {
        row: { ...site, allocated: 0, createdAt: context.now },
        audit: { action: "site.create", after: { ...site } },
      });
    }
  });
}
