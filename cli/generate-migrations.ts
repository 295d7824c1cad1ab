import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dialects, generateMigration, migrationsFolder } from "./drizzle-kit";
import { strictTables } from "./strict-tables";

const { values } = parseArgs({ options: { name: { type: "string" } } });

for (const dialect of dialects) {
  const out = migrationsFolder(dialect);
  const before = new Set(readdirSync(out));
  generateMigration({ dialect, out, ...(values.name ? { name: values.name } : {}) });
  const added = readdirSync(out).filter((file) => file.endsWith(".sql") && !before.has(file));
  if (dialect === "sqlite")
    for (const file of added)
      writeFileSync(join(out, file), strictTables(readFileSync(join(out, file), "utf8")));
  console.log(added.length === 0 ? `${dialect}: nothing changed` : `${dialect}: wrote ${added.join(", ")}`);
}
