const breakpoint = "--> statement-breakpoint";

/** A SQLite migration with STRICT on every table it creates, also on the `__new_` table of a rebuild: drizzle-kit writes none. */
export function strictTables(sql: string): string {
  return sql
    .split(breakpoint)
    .map((statement) =>
      /^\s*CREATE TABLE\b/i.test(statement) ? statement.replace(/\)(\s*;?\s*)$/, ") STRICT$1") : statement,
    )
    .join(breakpoint);
}

/** The tables a SQLite migration creates without STRICT. */
export function looseTables(sql: string): readonly string[] {
  return sql
    .split(breakpoint)
    .filter((statement) => /^\s*CREATE TABLE\b/i.test(statement) && !/\)\s*STRICT\s*;?\s*$/i.test(statement))
    .map((statement) => /CREATE TABLE (?:IF NOT EXISTS )?[`"]?(\w+)/i.exec(statement)?.[1] ?? "a table");
}
