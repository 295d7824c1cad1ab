import { eq } from "drizzle-orm";
import type { Reader } from "../../db/client";
import { enrolmentTable } from "../../db/schema/forms";
import { sites } from "../../db/schema/registry";

/** The demonstration's patient whose presence says that it is loaded. */
const firstPatient = "SYN-001";

/** True when the demonstration's patients are in the registry. */
export async function hasDemonstration(read: Reader): Promise<boolean> {
  const rows = await read
    .select({ id: enrolmentTable.id })
    .from(enrolmentTable)
    .where(eq(enrolmentTable.sourceId, firstPatient));
  return rows.length > 0;
}

/** The codes of all sites. */
export async function siteIds(read: Reader): Promise<string[]> {
  const rows = await read.select({ id: sites.id }).from(sites);
  return rows.map((row) => row.id);
}
