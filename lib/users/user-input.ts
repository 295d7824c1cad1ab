import { z } from "zod";
import { canonicalUsername } from "../auth/commands";
import type { Issue } from "../auth/form-action";
import { passwordProblem } from "../auth/password";
import { type Role, roles, rolesOverAllSites } from "../auth/permissions";

const text = z.string().max(1000);
const siteList = z
  .union([z.array(z.string().max(20)).max(500), z.string().max(20)])
  .optional()
  .transform((value) => (typeof value === "string" ? [value] : (value ?? [])).filter((code) => code !== ""));
const id = z.string().min(1).max(100);
const version = z.coerce.number().int().positive();

/** What the forms of the administration send; the rules of each field are told in `userIssues` and `passwordIssues`. */
export const newUserInput = z.object({
  username: text,
  name: text,
  role: z.enum(roles),
  sites: siteList,
  password: text,
  repeatedPassword: text,
});
export const userChangeInput = z.object({ id, version, name: text, role: z.enum(roles), sites: siteList });
export const activeInput = z.object({ id, version, active: z.enum(["yes", "no"]) });
export const unlockInput = z.object({ id });
export const resetInput = z.object({
  id,
  password: text,
  repeatedPassword: text,
  confirmed: z.literal("yes").optional(),
});
export const ownPasswordInput = z.object({
  currentPassword: text,
  password: text,
  repeatedPassword: text,
});

type Parsed<I extends { sites: string[] }> = Readonly<Omit<I, "sites">> & {
  readonly sites: readonly string[];
};

export type NewUser = Omit<Parsed<z.infer<typeof newUserInput>>, "repeatedPassword"> & {
  readonly repeatedPassword?: string;
};
export type UserChange = Parsed<z.infer<typeof userChangeInput>>;

/** What is wrong with a user name. */
export function usernameIssues(username: string): Issue[] {
  return /^[a-z0-9][a-z0-9._-]{1,39}$/.test(canonicalUsername(username))
    ? []
    : [
        {
          field: "username",
          message:
            "Use two to forty letters, digits, dots, hyphens or underscores; begin with a letter or digit.",
        },
      ];
}

/** What is wrong with a person's name. */
export function nameIssues(name: string): Issue[] {
  if (name.trim() === "") return [{ field: "name", message: "Enter the person’s name." }];
  return name.trim().length > 100 ? [{ field: "name", message: "Use at most 100 characters." }] : [];
}

/** What is wrong with the sites of a role: whoever does not see all of them needs one. */
export function siteIssuesOf(role: Role, sites: readonly string[]): Issue[] {
  return rolesOverAllSites.includes(role) || sites.length > 0
    ? []
    : [{ field: "sites", message: "Choose at least one site for this role." }];
}

/** What is wrong with a new password typed twice. */
export function passwordIssues(
  typed: { readonly password: string; readonly repeatedPassword?: string | undefined },
  username: string,
): Issue[] {
  const problem = passwordProblem(typed.password, canonicalUsername(username));
  if (problem) return [{ field: "password", message: problem }];
  return typed.repeatedPassword !== undefined && typed.repeatedPassword !== typed.password
    ? [{ field: "repeatedPassword", message: "The two passwords differ." }]
    : [];
}
