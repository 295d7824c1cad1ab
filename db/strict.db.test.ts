import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "./dialect";
import { migrateDatabase } from "./migrate";

describe.runIf(dialect === "sqlite")("SQLite tables are STRICT", () => {
  let folder: string;
  let sqlite: Sqlite.Database;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sequela-strict-"));
    const path = join(folder, "registry.db");
    await migrateDatabase(`file:${path}`);
    sqlite = new Sqlite(path);
  });

  afterAll(() => {
    sqlite.close();
    rmSync(folder, { recursive: true });
  });

  const tables = () =>
    // The columns of this pragma are documented by SQLite.
    sqlite
      .prepare("select name, strict from pragma_table_list where schema = 'main' and type = 'table'")
      .all() as {
      name: string;
      strict: number;
    }[];

  const ours = () => tables().filter(({ name }) => !/^(sqlite_|__drizzle)/.test(name));

  it("all but drizzle's own", () => {
    expect(ours().length).toBeGreaterThan(10);
    expect(ours().filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it("so a text is refused in a column of integers", () => {
    const insert = sqlite.prepare(
      "insert into audit_events (id, chain, sequence, at, actor_id, actor_name, source, action, table_name, row_id, previous_hash, hash) values (?, 'c', ?, '2026-01-01T00:00:00Z', 'a', 'a', 's', 'x', 't', 'r', '', ?)",
    );
    expect(insert.run("1", 1, "h1").changes).toBe(1);
    expect(() => insert.run("2", "two", "h2")).toThrow(/cannot store TEXT value in INTEGER column/);
  });
});
