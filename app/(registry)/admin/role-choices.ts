import { roleLabels, roles } from "@/lib/auth/permissions";
import type { Site } from "@/lib/sites/data";

/** The roles as choices of a form. */
export const roleChoices = roles.map((role) => ({ value: role, label: roleLabels[role] }));

export const sitesNote = "For clinicians and coordinators. Reviewers and administrators have all sites.";

export type SiteChoice = { readonly value: string; readonly label: string };

/** The sites as choices of a form. */
export function siteChoices(sites: readonly Site[]): SiteChoice[] {
  return sites.map((site) => ({ value: site.id, label: `${site.id} · ${site.name}` }));
}
