import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import { dialect } from "./dialect";

const sqliteVocabulary = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  real: (name: string) => sqlite.real(name),
  boolean: (name: string) => sqlite.integer(name, { mode: "boolean" }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
};

const postgresVocabulary = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  integer: (name: string) => pg.integer(name),
  real: (name: string) => pg.doublePrecision(name),
  boolean: (name: string) => pg.boolean(name),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
};

/**
 * The neutral column vocabulary in which every table is written once. The one cast between the dialects:
 * both give the same values for these kinds, so the SQLite types serve for both.
 */
const vocabulary = (
  dialect === "postgres" ? postgresVocabulary : sqliteVocabulary
) as typeof sqliteVocabulary;

export const { table, text, integer, real, boolean, index, uniqueIndex, primaryKey } = vocabulary;
