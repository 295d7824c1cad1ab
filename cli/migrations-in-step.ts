import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { dialects, generateMigration, type MigrationDialect, migrationsFolder } from "./drizzle-kit";
import { looseTables } from "./strict-tables";

const sqlFiles = (folder: string) => readdirSync(folder).filter((file) => file.endsWith(".sql"));

/** The SQL that a dialect's migrations lack to reach the schema, found by generating into a copy. */
function lacking(dialect: MigrationDialect): string {
  const copy = mkdtempSync(join(tmpdir(), "sequela-migrations-"));
  try {
    const committed = migrationsFolder(dialect);
    cpSync(committed, copy, { recursive: true });
    generateMigration({ dialect, out: relative(process.cwd(), copy) });
    const before = new Set(sqlFiles(committed));
    return sqlFiles(copy)
      .filter((file) => !before.has(file))
      .map((file) => readFileSync(join(copy, file), "utf8"))
      .join("\n");
  } finally {
    rmSync(copy, { recursive: true });
  }
}

let inStep = true;
for (const dialect of dialects) {
  const sql = lacking(dialect);
  if (sql) {
    inStep = false;
    console.error(
      `The schema has changed, the ${dialect} migrations have not. Run: npm run migrations\n\n${sql}\n`,
    );
  }
}
const loose = sqlFiles(migrationsFolder("sqlite")).flatMap((file) =>
  looseTables(readFileSync(join(migrationsFolder("sqlite"), file), "utf8")).map(
    (table) => `${table} in ${file}`,
  ),
);
if (loose.length > 0) {
  inStep = false;
  console.error(
    `Tables without STRICT in the sqlite migrations: ${loose.join(", ")}. Write migrations with: npm run migrations`,
  );
}
if (inStep) console.log("The migrations of both dialects reach the schema.");
process.exitCode = inStep ? 0 : 1;
