import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { must } from "../cli/bootstrap/child.mjs";
import { privateEnvironment, privateFolder } from "../cli/bootstrap/environment.mjs";
import { registry } from "../cli/bootstrap/registry-command.mjs";
import { freePort, serve } from "../cli/bootstrap/server.mjs";

/** A running registry of its own: its address, its database and where its demonstration accounts are written. */
export type Installation = {
  readonly address: string;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly stop: () => Promise<void>;
};

export type Account = { readonly role: string; readonly username: string; readonly password: string };

/** A new private folder for one installation; the caller removes it. */
export const temporaryFolder = (): string => privateFolder(mkdtempSync(join(tmpdir(), "sequela-journey-")));

const run = async (doing: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
  const [command, all] = registry(args);
  await must(doing, command, all, { env });
};

/** Makes a migrated registry in a folder, with the demonstration data or empty. */
export async function makeRegistry(folder: string, content: "demonstration" | "empty"): Promise<void> {
  const env = privateEnvironment(folder, 0);
  await run("Creating the database", ["migrate"], env);
  if (content === "demonstration")
    await run("Loading the demonstration registry", ["load-demonstration"], env);
}

// Journeys that start together must not be given the same port.
const firstPort = () => 20_000 + Math.floor(Math.random() * 20_000);

/** Serves the registry in a folder; stopping it removes the folder. */
export async function startInstallation(folder: string): Promise<Installation> {
  const port = await freePort(firstPort());
  const environment = privateEnvironment(folder, port);
  const { child, ended } = await serve({ port, host: "127.0.0.1", environment });
  return {
    address: `http://localhost:${port}`,
    databaseUrl: environment.DATABASE_URL,
    folder,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new installation that begins with what another folder holds. */
export async function startCopy(of: string): Promise<Installation> {
  const folder = temporaryFolder();
  cpSync(of, folder, { recursive: true });
  return startInstallation(folder);
}

/** The accounts that came with the demonstration data of an installation. */
export function accountsOf(folder: string): readonly Account[] {
  // Written by the registry's own command line.
  return JSON.parse(readFileSync(join(folder, "accounts.json"), "utf8")) as readonly Account[];
}

/** Creates an account of an installation on the command line; gives its password. */
export async function createAccount(
  installation: Installation,
  { username, role, sites }: { readonly username: string; readonly role: string; readonly sites: string },
): Promise<Account> {
  const [command, args] = registry([
    "create-user",
    "--username",
    username,
    "--name",
    username,
    "--role",
    role,
    "--sites",
    sites,
  ]);
  const output = await must("Creating an account", command, args, {
    env: privateEnvironment(installation.folder, 0),
  });
  const password = /Password: (\S+)/.exec(output)?.[1];
  if (!password) throw new Error(output);
  return { role, username, password };
}
