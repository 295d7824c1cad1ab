import { configuredUrl, databaseAddress } from "../../db/dialect";
import { migrateDatabase } from "../../db/migrate";

/** Brings the database of DATABASE_URL to the current tables. */
export async function run(): Promise<void> {
  const url = configuredUrl();
  await migrateDatabase(url);
  const address = databaseAddress(url);
  const place = address.dialect === "sqlite" ? address.path : new URL(address.url).host;
  console.log(`The tables are up to date: ${address.dialect} at ${place}.`);
}
