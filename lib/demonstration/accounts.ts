import type { Context } from "../auth/viewer";
import { type Role, roles, roleLabels } from "../auth/permissions";
import { createUser } from "../users/commands";
import { generatedPassword } from "../users/generated-password";
import { demonstrationSites } from "./sites";

export type Account = {
  readonly role: Role;
  readonly username: string;
  readonly name: string;
  readonly password: string;
};

const sitesOfRole: Readonly<Record<Role, readonly string[]>> = {
  clinician: ["BER", "HAN"],
  coordinator: demonstrationSites.map((site) => site.id),
  reviewer: [],
  administrator: [],
};

/** An account for each role, its user name the role, with a password of its own. */
export function demonstrationAccounts(): Account[] {
  return roles.map((role) => ({
    role,
    username: role,
    name: `${roleLabels[role]} (demonstration)`,
    password: generatedPassword(),
  }));
}

/** Creates the accounts given that there are not yet, or one for each role; returns those created. */
export async function createDemonstrationAccounts(
  context: Context,
  accounts: readonly Account[] = demonstrationAccounts(),
): Promise<Account[]> {
  const created: Account[] = [];
  for (const { role, username, name, password } of accounts) {
    const result = await createUser(context, {
      role,
      username,
      name,
      password,
      sites: [...sitesOfRole[role]],
    });
    if (result.ok) created.push({ role, username, name, password });
    else if (result.issues?.some((issue) => issue.field !== "username"))
      throw new Error(`the account ${username} was refused: ${result.issues[0]?.message}`);
  }
  return created;
}
