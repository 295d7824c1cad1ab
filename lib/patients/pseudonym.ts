import { eq } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { incremented } from "../../db/expressions";
import { sites } from "../../db/schema/registry";

/** The next pseudonym of a site, such as `BER-0001`; null when there is no such site. Numbers are never given twice. */
export async function allocatePseudonym(writer: Writer, siteId: string): Promise<string | null> {
  const [site] = await writer
    .update(sites)
    .set({ allocated: incremented(sites.allocated) })
    .where(eq(sites.id, siteId))
    .returning({ allocated: sites.allocated });
  return site ? `${siteId}-${String(site.allocated).padStart(4, "0")}` : null;
}
