import { describe, expect, test } from "vitest";
import { looseTables, strictTables } from "./strict-tables";

const rebuild = [
  "PRAGMA foreign_keys=OFF;",
  "\nCREATE TABLE `__new_sites` (\n\t`id` text PRIMARY KEY NOT NULL,\n\tCHECK(length(`id`) > 0)\n);\n",
  "\nINSERT INTO `__new_sites`(`id`) SELECT `id` FROM `sites`;",
  "DROP TABLE `sites`;",
  "ALTER TABLE `__new_sites` RENAME TO `sites`;",
].join("--> statement-breakpoint");

describe("STRICT in SQLite migrations", () => {
  test("is appended to a created table, also to the new table of a rebuild, and to nothing else", () => {
    const strict = strictTables(rebuild);
    expect(strict).toContain("length(`id`) > 0)\n) STRICT;");
    expect(strict.match(/STRICT/g)).toHaveLength(1);
    expect(looseTables(strict)).toEqual([]);
  });

  test("is appended once, however often", () => {
    expect(strictTables(strictTables(rebuild))).toBe(strictTables(rebuild));
  });

  test("tells the tables that lack it", () => {
    expect(looseTables(rebuild)).toEqual(["__new_sites"]);
  });
});
