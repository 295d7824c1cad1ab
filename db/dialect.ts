import { resolve } from "node:path";

export type DatabaseAddress =
  | { readonly dialect: "sqlite"; readonly path: string }
  | { readonly dialect: "postgres"; readonly url: string };

/** Where DATABASE_URL points: `file:PATH` or `postgres://…`. */
export function databaseAddress(url: string): DatabaseAddress {
  if (url.startsWith("file:"))
    return { dialect: "sqlite", path: resolve(/* turbopackIgnore: true */ url.slice("file:".length)) };
  if (/^postgres(ql)?:\/\//.test(url)) return { dialect: "postgres", url };
  throw new TypeError(`DATABASE_URL must begin with file: or postgres://, not “${url.split(":")[0]}:”.`);
}

/** The folder of everything the registry keeps outside the database. */
export function dataDirectory(): string {
  return resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || ".data"); // outside the build, whatever it is
}

/** The address this process was started with; without DATABASE_URL a file in DATA_DIR. */
export function configuredUrl(): string {
  return process.env.DATABASE_URL || `file:${dataDirectory()}/sequela.db`;
}

/** The dialect this process speaks: fixed when it starts, since the schema is built for one of the two. */
export const dialect = databaseAddress(configuredUrl()).dialect;
