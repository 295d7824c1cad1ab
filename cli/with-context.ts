import { openDatabase } from "../db/client";
import { configuredUrl } from "../db/dialect";
import { type Context, systemContext } from "../lib/auth/viewer";

/** Opens the registry of DATABASE_URL for some work of the operator, over all sites, and closes it whatever comes. */
export async function withContext<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const db = await openDatabase(configuredUrl());
  try {
    return await work(systemContext(db, new Date().toISOString(), "cli"));
  } finally {
    await db.close();
  }
}
