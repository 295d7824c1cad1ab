import { configuredUrl, dataDirectory } from "../../db/dialect";
import { migrateDatabase } from "../../db/migrate";
import type { Context } from "../../lib/auth/viewer";
import {
  type Account,
  createDemonstrationAccounts,
  demonstrationAccounts,
} from "../../lib/demonstration/accounts";
import { loadDemonstration } from "../../lib/demonstration/load";
import { demonstrationSites } from "../../lib/demonstration/sites";
import { setUp } from "../../lib/settings/commands";
import { installation } from "../../lib/settings/data";
import { hasUsers } from "../../lib/users/data";
import { hasAccounts, keepAccounts, noteAccounts, unfinishedAccounts } from "../accounts-file";
import { Refusal } from "../command";
import { withContext } from "../with-context";

/** Makes an empty registry a demonstration, and writes down an account for each role. A second run changes nothing. */
export async function run(): Promise<void> {
  await migrateDatabase(configuredUrl());
  const folder = dataDirectory();
  await withContext(async (context) => {
    const known = await installation(context.db.read);
    if (known?.kind === "real") throw new Refusal("This registry is for real patients: nothing is loaded.");
    if (known && hasAccounts(folder)) {
      console.log("The demonstration is loaded already.");
      return;
    }
    const noted = unfinishedAccounts(folder);
    const accounts = noted ?? demonstrationAccounts();
    noteAccounts(folder, accounts);
    if (!known) await makeDemonstration(context, accounts);
    const created = await createDemonstrationAccounts(context, accounts);
    if (known && !noted) noteAccounts(folder, created);
    console.log(`The demonstration is loaded. Accounts: ${keepAccounts(folder)}`);
  });
}

async function makeDemonstration(context: Context, accounts: readonly Account[]): Promise<void> {
  if (await hasUsers(context.db.read))
    throw new Refusal("This registry has users already: nothing is loaded.");
  const administrator = accounts.find((account) => account.role === "administrator");
  const [site] = demonstrationSites;
  if (!administrator) throw new Error("the demonstration has no administrator");
  const { username, name, password } = administrator;
  const result = await setUp(
    context,
    {
      username,
      name,
      password,
      repeatedPassword: password,
      siteCode: site.id,
      siteName: site.name,
      kind: "demonstration",
    },
    (joined) => loadDemonstration(joined, progress),
  );
  if (!result.ok)
    throw new Refusal(result.message ?? result.issues?.[0]?.message ?? "The set-up was refused.");
}

function progress(done: number, total: number): void {
  console.error(`${done} of ${total} patients`);
}
