import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
process.env.TZ = "Asia/Kathmandu";

const base = { environment: "node" as const, testTimeout: 30_000, hookTimeout: 60_000 };

/** Pure tests run once; tests that touch a database (`*.db.test.ts`) run on SQLite, and on PostgreSQL where TEST_POSTGRES_URL names a server. */
export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...base,
          name: "pure",
          include: ["{lib,app,db,cli}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...base,
          name: "sqlite",
          include: ["{lib,app,db,cli}/**/*.db.test.ts"],
          env: { DATABASE_URL: "file:never-opened.db" },
        },
      },
      ...(process.env.TEST_POSTGRES_URL
        ? [
            {
              extends: true as const,
              test: {
                ...base,
                name: "postgres",
                include: ["{lib,app,db,cli}/**/*.db.test.ts"],
                env: {
                  DATABASE_URL: process.env.TEST_POSTGRES_URL,
                  TEST_POSTGRES_URL: process.env.TEST_POSTGRES_URL,
                },
                fileParallelism: false,
              },
            },
          ]
        : []),
    ],
  },
});
