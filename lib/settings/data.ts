import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "../../db/client";
import { settings } from "../../db/schema/registry";

export const installationKinds = ["real", "demonstration"] as const;

const stored = z.object({ kind: z.enum(installationKinds), setUpAt: z.string() });

export type Installation = z.infer<typeof stored>;

export const installationId = "installation";

/** What the installation is, and since when; null until it has been set up. */
export async function installation(read: Reader): Promise<Installation | null> {
  const [row] = await read.select().from(settings).where(eq(settings.id, installationId));
  return row ? stored.parse(JSON.parse(row.value)) : null;
}
