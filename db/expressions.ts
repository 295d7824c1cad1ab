import { type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";

/** A column's value plus one, computed by the database. */
export function incremented(column: AnySQLiteColumn): SQL {
  return sql`${column} + 1`;
}

/** True where the column's text holds the fragment, whatever its case, on either database; `%`, `_` and `\` in it stand for themselves. */
export function containsText(column: AnySQLiteColumn, fragment: string): SQL {
  const pattern = `%${fragment.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`lower(${column}) like ${pattern} escape '\\'`;
}
