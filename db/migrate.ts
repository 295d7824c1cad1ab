import { join } from "node:path";
import { databaseAddress } from "./dialect";
import { ensureDatabaseFile } from "./sqlite-file";

/** Brings the database of an address to the current schema. Safe to run again: it does nothing when there is nothing to do. */
export async function migrateDatabase(url: string): Promise<void> {
  const address = databaseAddress(url);
  const migrationsFolder = join(process.cwd(), "db", "migrations", address.dialect);
  if (address.dialect === "sqlite") {
    const { default: Sqlite } = await import("better-sqlite3");
    const { drizzle } = await import("drizzle-orm/better-sqlite3");
    const { migrate } = await import("drizzle-orm/better-sqlite3/migrator");
    ensureDatabaseFile(address.path);
    const connection = new Sqlite(address.path, { timeout: 10_000 });
    connection.pragma("journal_mode = WAL");
    migrate(drizzle(connection), { migrationsFolder });
    connection.close();
    return;
  }
  const { default: postgres } = await import("postgres");
  const { drizzle } = await import("drizzle-orm/postgres-js");
  const { migrate } = await import("drizzle-orm/postgres-js/migrator");
  const client = postgres(address.url, { max: 1, onnotice: () => undefined });
  try {
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}
