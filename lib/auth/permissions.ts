/** What a role may do, as data: each permission with the roles that have it. */
export const roles = ["clinician", "coordinator", "reviewer", "administrator"] as const;

export type Role = (typeof roles)[number];

export const roleLabels: Readonly<Record<Role, string>> = {
  clinician: "Clinician",
  coordinator: "Coordinator",
  reviewer: "Reviewer",
  administrator: "Administrator",
};

export const permissions = {
  "patient.read": ["clinician", "coordinator", "reviewer"],
  "patient.enrol": ["clinician", "coordinator"],
  "entry.write": ["clinician", "coordinator"],
  "entry.remove": ["clinician", "coordinator"],
  "outcomes.read": ["clinician", "coordinator", "reviewer"],
  "codebook.read": ["clinician", "coordinator", "reviewer", "administrator"],
  "audit.read": ["coordinator", "administrator"],
  "import.run": ["coordinator"],
  "user.manage": ["administrator"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof permissions;

/** The roles that see every site, whatever sites are assigned to them. */
export const rolesOverAllSites: readonly Role[] = ["reviewer", "administrator"];

/** True when the role has the permission. */
export function may(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission];
  return holders.includes(role);
}
