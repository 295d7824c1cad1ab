import { test as base } from "@playwright/test";
import { type Account, accountsOf, type Installation, startCopy } from "./installation";

/** What a journey runs on: the server all reading journeys share, a demonstration registry of its own, or an empty one of its own. */
export type RegistryKind = "shared" | "own" | "empty";

type Fixtures = {
  readonly registry: RegistryKind;
  readonly installation: Installation;
  readonly account: (role: string) => Account;
};

const named = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the journeys with npm test -- --journeys.`);
  return value;
};

const sharedInstallation = (): Installation => ({
  address: named("JOURNEY_ADDRESS"),
  databaseUrl: `file:${named("JOURNEY_FOLDER")}/sequela.db`,
  folder: named("JOURNEY_FOLDER"),
  stop: async () => undefined,
});

/** Playwright's test with a registry: journeys that write say `test.use({ registry: "own" })`, the set-up journey `"empty"`. */
export const test = base.extend<Fixtures>({
  registry: ["shared", { option: true }],
  installation: async ({ registry }, use) => {
    const installation =
      registry === "shared"
        ? sharedInstallation()
        : await startCopy(named(registry === "own" ? "JOURNEY_DEMONSTRATION" : "JOURNEY_EMPTY"));
    await use(installation);
    await installation.stop();
  },
  baseURL: async ({ installation }, use) => use(installation.address),
  account: async ({ installation }, use) => {
    await use((role) => {
      const found = accountsOf(installation.folder).find((account) => account.role === role);
      if (!found) throw new Error(`the demonstration has no ${role}`);
      return found;
    });
  },
});

export { expect } from "@playwright/test";
