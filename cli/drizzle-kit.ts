import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const dialects = ["sqlite", "postgres"] as const;
export type MigrationDialect = (typeof dialects)[number];

/** The folder of a dialect's migrations, from the root of the checkout. */
export const migrationsFolder = (dialect: MigrationDialect): string => `db/migrations/${dialect}`;

const root = fileURLToPath(new URL("..", import.meta.url));
const kit = fileURLToPath(new URL("../node_modules/drizzle-kit/bin.cjs", import.meta.url));
const addresses = { sqlite: "file:never-opened.db", postgres: "postgres://never-opened/registry" } as const;

/** Lets drizzle-kit write the migration that a dialect lacks into a folder, relative to the root; returns what it printed. */
export function generateMigration({
  dialect,
  out,
  name,
}: {
  readonly dialect: MigrationDialect;
  readonly out: string;
  readonly name?: string;
}): string {
  const kind = dialect === "postgres" ? "postgresql" : "sqlite";
  const options = [`--dialect=${kind}`, "--schema=./db/schema/index.ts", `--out=${out}`];
  return execFileSync(process.execPath, [kit, "generate", ...options, ...(name ? [`--name=${name}`] : [])], {
    cwd: root,
    encoding: "utf8",
    stdio: ["inherit", "pipe", "inherit"],
    env: { ...process.env, DATABASE_URL: addresses[dialect] },
  });
}
