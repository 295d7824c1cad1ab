import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { roles } from "../lib/auth/permissions";
import type { Account } from "../lib/demonstration/accounts";

const accountsSchema = z.array(
  z.object({ role: z.enum(roles), username: z.string(), name: z.string(), password: z.string() }),
);

const pathOf = (folder: string) => join(folder, "accounts.json");
const unfinished = (folder: string) => join(folder, "accounts.unfinished.json");

/** True when the accounts of the demonstration have all been made and written down. */
export function hasAccounts(folder: string): boolean {
  return existsSync(pathOf(folder));
}

/** The accounts that an interrupted run was about to make, or null. */
export function unfinishedAccounts(folder: string): Account[] | null {
  if (!existsSync(unfinished(folder))) return null;
  return accountsSchema.parse(JSON.parse(readFileSync(unfinished(folder), "utf8")));
}

/** Writes the accounts down before they are made, for their owner's eyes only, so that no password is lost between. */
export function noteAccounts(folder: string, accounts: readonly Account[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  rmSync(unfinished(folder), { force: true });
  writeFileSync(unfinished(folder), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
}

/** Says that the accounts noted are made; returns the file they stand in. */
export function keepAccounts(folder: string): string {
  renameSync(unfinished(folder), pathOf(folder));
  return pathOf(folder);
}
