import { z } from "zod";
import type { Issue } from "../auth/form-action";

/** What a form for a site sends; its rules are told field by field in `siteIssues`. */
export const siteInput = z.object({ code: z.string().max(200), name: z.string().max(1000) });

export type SiteInput = z.infer<typeof siteInput>;

/** What is wrong with a new site, field by field. */
export function siteIssues({ code, name }: SiteInput): Issue[] {
  const issues: Issue[] = [];
  if (!/^[A-Z]{2,5}$/.test(code.trim()))
    issues.push({ field: "code", message: "Use two to five capital letters, such as BER." });
  if (name.trim() === "") issues.push({ field: "name", message: "Enter the name of the site." });
  if (name.trim().length > 100) issues.push({ field: "name", message: "Use at most 100 characters." });
  return issues;
}
