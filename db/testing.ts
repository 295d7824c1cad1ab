import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "./client";
import { dialect } from "./dialect";
import { migrateDatabase } from "./migrate";

export type TestDatabase = Database & { readonly url: string; readonly drop: () => Promise<void> };

/** A new, migrated, real database for one test file, of the dialect the test run was started for. */
export async function testDatabase(): Promise<TestDatabase> {
  return dialect === "postgres" ? postgresDatabase() : sqliteDatabase();
}

async function sqliteDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "sequela-test-"));
  const url = `file:${join(folder, "registry.db")}`;
  await migrateDatabase(url);
  const database = await openDatabase(url);
  return {
    ...database,
    url,
    drop: async () => {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function postgresDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error("TEST_POSTGRES_URL names no server");
  const { default: postgres } = await import("postgres");
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  const name = `sequela_test_${randomUUID().replaceAll("-", "")}`;
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrateDatabase(url.href);
  const database = await openDatabase(url.href);
  return {
    ...database,
    url: url.href,
    drop: async () => {
      await database.close();
      await admin.unsafe(`drop database ${name}`);
      await admin.end();
    },
  };
}
