import { insertRow, type Recording } from "../../db/record";
import { sites } from "../../db/schema/registry";
import type { FormOutcome } from "../auth/form-action";
import { actorOf, type Context } from "../auth/viewer";
import { existingSites } from "./data";
import { type SiteInput, siteIssues } from "./site-input";

/** Creates a site: its code is its key and begins the pseudonyms allocated there. */
export async function createSite(context: Context, input: SiteInput): Promise<FormOutcome> {
  const issues = siteIssues(input);
  if (issues.length > 0) return { ok: false, issues };
  const code = input.code.trim();
  return context.db.transaction(async (writer) => {
    if ((await existingSites(writer, [code])).length > 0)
      return { ok: false, issues: [{ field: "code", message: `There is a site ${code} already.` }] };
    await insertSite({ writer, actor: actorOf(context), at: context.now }, input);
    return { ok: true, message: `The site ${code} is created.` };
  });
}

/** Writes a site that has been checked, in the transaction given. */
export async function insertSite(recording: Recording, input: SiteInput): Promise<void> {
  const id = input.code.trim();
  const name = input.name.trim();
  await insertRow(recording, sites, {
    row: { id, name, sourceId: null, allocated: 0, createdAt: recording.at },
    audit: { action: "site.create", after: { id, name } },
  });
}
