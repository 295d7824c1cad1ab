import { AsyncLocalStorage } from "node:async_hooks";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { configuredUrl, databaseAddress } from "./dialect";
import { ConfigurationError, isSerializationFailure } from "./errors";
import { ensureDatabaseFile } from "./sqlite-file";

type Queries = BetterSQLite3Database<Record<string, never>>;

/** Reads, and nothing else. */
export type Reader = Pick<Queries, "select" | "selectDistinct">;

/** Reads and writes of one open transaction. Handed out by `transaction` only. */
export type Writer = Reader & Pick<Queries, "insert" | "update" | "delete">;

export type Database = {
  readonly read: Reader;
  /** Runs the work in one transaction: all of it is kept, or none. Nesting is refused. */
  readonly transaction: <T>(work: (writer: Writer) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

const inTransaction = new AsyncLocalStorage<true>();

const refuseNesting = () => {
  if (inTransaction.getStore()) throw new Error("a transaction is already open here: pass its writer on");
};

/** Opens the database of an address such as `file:registry.db` or `postgres://…`. The caller closes it. */
export async function openDatabase(url: string): Promise<Database> {
  const address = databaseAddress(url);
  return address.dialect === "sqlite" ? openSqlite(address.path) : openPostgres(address.url);
}

async function openSqlite(path: string): Promise<Database> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 14))
    throw new ConfigurationError(
      `SQLite needs Node 22.14 or newer; this is ${process.versions.node}. Start the registry through npm run.`,
    );
  const { default: Sqlite } = await import("better-sqlite3");
  const { drizzle } = await import("drizzle-orm/better-sqlite3");
  ensureDatabaseFile(path);
  const writing = new Sqlite(path, { timeout: 10_000 });
  writing.pragma("journal_mode = WAL");
  writing.pragma("synchronous = FULL");
  writing.pragma("recursive_triggers = ON");
  writing.pragma("foreign_keys = ON");
  const reading = new Sqlite(path, { timeout: 10_000, readonly: true });
  const writer: Writer = drizzle(writing);
  let queue: Promise<unknown> = Promise.resolve();

  const run = async <T>(work: (writer: Writer) => Promise<T>): Promise<T> => {
    writing.exec("begin immediate");
    try {
      const result = await inTransaction.run(true, () => work(writer));
      writing.exec("commit");
      return result;
    } catch (error) {
      if (writing.inTransaction) writing.exec("rollback");
      throw error;
    }
  };

  return {
    read: drizzle(reading),
    transaction: async (work) => {
      refuseNesting();
      const turn = queue.then(() => run(work));
      queue = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await queue;
      reading.close();
      writing.close();
    },
  };
}

const retries = 8;

async function openPostgres(url: string): Promise<Database> {
  const { default: postgres } = await import("postgres");
  const { drizzle } = await import("drizzle-orm/postgres-js");
  const client = postgres(url, { onnotice: () => undefined, max: 10 });
  const database = drizzle(client);
  /** The one cast of the PostgreSQL query builder to the neutral one: the vocabulary in `columns.ts` keeps their values equal. */
  const asWriter = (queries: PgDatabase<never> | typeof database) => queries as unknown as Writer;

  const attempt = async <T>(work: (writer: Writer) => Promise<T>, left: number): Promise<T> => {
    try {
      return await database.transaction(
        (transaction) =>
          inTransaction.run(true, () => work(asWriter(transaction as unknown as typeof database))),
        { isolationLevel: "serializable" },
      );
    } catch (error) {
      if (left === 0 || !isSerializationFailure(error)) throw error;
      await new Promise((resume) => setTimeout(resume, Math.random() * 20 * (retries - left + 1)));
      return attempt(work, left - 1);
    }
  };

  return {
    read: asWriter(database),
    transaction: async (work) => {
      refuseNesting();
      return attempt(work, retries);
    },
    close: () => client.end(),
  };
}

// Next loads a module once per bundle and again on each reload; the process keeps one database all the same.
const shared = globalThis as typeof globalThis & { sequelaDatabase?: Promise<Database> };

/** The database of this process, opened once from DATABASE_URL. */
export function database(): Promise<Database> {
  shared.sequelaDatabase ??= openDatabase(configuredUrl());
  return shared.sequelaDatabase;
}
