import { may, type Permission, type Role } from "./permissions";

export type Page = { readonly href: string; readonly label: string; readonly permission: Permission };

/** The pages of the navigation, each with the permission that opens it. */
export const pages: readonly Page[] = [
  { href: "/", label: "Work list", permission: "patient.read" },
  { href: "/patients", label: "Patients", permission: "patient.read" },
  { href: "/studies", label: "Studies", permission: "outcomes.read" },
  { href: "/codebook", label: "Codebook", permission: "codebook.read" },
  { href: "/exchange", label: "Import", permission: "import.run" },
  { href: "/audit", label: "Audit", permission: "audit.read" },
  { href: "/admin", label: "Administration", permission: "user.manage" },
];

/** The pages a role may open. */
export function pagesFor(role: Role): readonly Page[] {
  return pages.filter((page) => may(role, page.permission));
}

/** Where a role begins: the work list, or for those who read no patients the page of their work. */
export function homeOf(role: Role): string {
  if (may(role, "patient.read")) return "/";
  return may(role, "user.manage") ? "/admin" : (pagesFor(role)[0]?.href ?? "/account");
}
