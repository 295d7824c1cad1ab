import { z } from "zod";
import type { Database, Writer } from "../../db/client";
import { insertRow } from "../../db/record";
import { settings } from "../../db/schema/registry";
import type { FormOutcome, Issue } from "../auth/form-action";
import { hashPassword } from "../auth/password";
import { actorOf, type Context, systemContext } from "../auth/viewer";
import { existingSites } from "../sites/data";
import { insertSite } from "../sites/commands";
import { siteIssues } from "../sites/site-input";
import { insertUser, newUserIssues } from "../users/commands";
import { hasUsers } from "../users/data";
import { installation, installationId, installationKinds } from "./data";

const text = z.string().max(1000);

/** What the set-up page sends; the rules of each field are told in `setUp`. */
export const setUpInput = z.object({
  username: text,
  name: text,
  password: text,
  repeatedPassword: text,
  siteCode: text,
  siteName: text,
  kind: z.enum(installationKinds).optional(),
});

export type SetUpInput = z.infer<typeof setUpInput>;

export const alreadySetUp = "This registry is set up already. Sign in.";

/**
 * Sets up an empty installation: its kind, the first administrator, the first site and, for a demonstration,
 * what `loadDemonstration` brings. All of it in one transaction, or nothing.
 */
export async function setUp(
  { db, now }: Pick<Context, "db" | "now">,
  input: SetUpInput,
  loadDemonstration: (context: Context) => Promise<unknown>,
): Promise<FormOutcome> {
  const issues = setUpIssues(input);
  const { kind } = input;
  if (issues.length > 0 || !kind) return { ok: false, issues };
  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (writer): Promise<FormOutcome> => {
    if ((await hasUsers(writer)) || (await installation(writer))) return { ok: false, message: alreadySetUp };
    const context = systemContext(joined(writer), now, "set-up");
    const recording = { writer, actor: { ...actorOf(context), id: "set-up", name: "set-up" }, at: now };
    const value = { kind, setUpAt: now };
    await insertRow(recording, settings, {
      row: { id: installationId, value: JSON.stringify(value) },
      audit: { action: "installation.set-up", after: value },
    });
    if (kind === "demonstration") await loadDemonstration(context);
    const site = { code: input.siteCode, name: input.siteName };
    if ((await existingSites(writer, [site.code.trim()])).length === 0) await insertSite(recording, site);
    await insertUser(recording, { ...input, role: "administrator", sites: [], passwordHash });
    return { ok: true };
  });
}

/** The database of an open transaction: what a command would do in a transaction of its own, it does in this one. */
const joined = (writer: Writer): Database => ({
  read: writer,
  transaction: (work) => work(writer),
  close: () => Promise.resolve(),
});

function setUpIssues(input: SetUpInput): Issue[] {
  const siteFields: Readonly<Record<string, string>> = { code: "siteCode", name: "siteName" };
  return [
    ...newUserIssues({ ...input, role: "administrator", sites: [] }),
    ...siteIssues({ code: input.siteCode, name: input.siteName }).map(({ field, message }) => ({
      field: siteFields[field] ?? field,
      message,
    })),
    ...(input.kind
      ? []
      : [{ field: "kind", message: "Choose whether real patients are to be registered here." }]),
  ];
}
