import { text } from "node:stream/consumers";
import { type Role, roles } from "../../lib/auth/permissions";
import { createUser } from "../../lib/users/commands";
import { generatedPassword } from "../../lib/users/generated-password";
import { type Arguments, neededText, Refusal, textOf, UsageError } from "../command";
import { withContext } from "../with-context";

/** Creates an account, with a password from stdin or one that is made and printed. */
export async function run(given: Arguments): Promise<void> {
  const username = neededText(given, "username");
  const name = neededText(given, "name");
  const role = roleNamed(neededText(given, "role"));
  const sites = (textOf(given, "sites") ?? "")
    .split(",")
    .map((site) => site.trim())
    .filter((site) => site !== "");
  const fromStdin = given.values["password-stdin"] === true;
  const password = fromStdin ? (await text(process.stdin)).replace(/\r?\n$/, "") : generatedPassword();
  const result = await withContext((context) =>
    createUser(context, { username, name, role, sites, password }),
  );
  if (!result.ok)
    throw new Refusal(
      [result.message, ...(result.issues ?? []).map((issue) => `${issue.field}: ${issue.message}`)]
        .filter(Boolean)
        .join("\n"),
    );
  console.log(result.message ?? `The user ${username} is created.`);
  if (!fromStdin) console.log(`Password: ${password}`);
}

function roleNamed(text: string): Role {
  const role = roles.find((item) => item === text);
  if (!role) throw new UsageError(`--role is one of: ${roles.join(", ")}.`);
  return role;
}
