import { and, asc, count, desc, eq, inArray, max, or } from "drizzle-orm";
import type { Reader } from "../../db/client";
import { containsText } from "../../db/expressions";
import { sessions, users, userSites } from "../../db/schema/registry";
import { isLocked } from "../auth/commands";
import { roleOf } from "../auth/data";
import type { Role } from "../auth/permissions";
import type { Context } from "../auth/viewer";

/** A user as the administration shows one; the password hash stays in the table. */
export type User = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly locked: boolean;
  readonly lockedUntil: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
  readonly sites: readonly string[];
};

export type UserFilter = { readonly search: string; readonly page: number };

export const usersPerPage = 50;

/** True once somebody can sign in: until then the registry waits for its set-up. */
export async function hasUsers(read: Reader): Promise<boolean> {
  const rows = await read.select({ id: users.id }).from(users).limit(1);
  return rows.length > 0;
}

/** A page of the users, active ones first, in order of user name. `page` counts from 1. */
export async function usersPage(context: Context, filter: UserFilter) {
  const { read } = context.db;
  const search = filter.search.trim();
  const where = search ? or(containsText(users.username, search), containsText(users.name, search)) : and();
  const [counted] = await read.select({ total: count() }).from(users).where(where);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / usersPerPage));
  const page = Math.min(Math.max(1, filter.page), pages);
  const rows = await read
    .select()
    .from(users)
    .where(where)
    .orderBy(desc(users.active), asc(users.username))
    .limit(usersPerPage)
    .offset((page - 1) * usersPerPage);
  return { users: await withDetails(context, rows), total, page, pages };
}

/** A user by id, or null. */
export async function userById(context: Context, id: string): Promise<User | null> {
  const rows = await context.db.read.select().from(users).where(eq(users.id, id));
  return (await withDetails(context, rows))[0] ?? null;
}

async function withDetails(
  context: Context,
  rows: readonly (typeof users.$inferSelect)[],
): Promise<readonly User[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const { read } = context.db;
  const assigned = await read
    .select()
    .from(userSites)
    .where(inArray(userSites.userId, ids))
    .orderBy(asc(userSites.siteId));
  const seen = await read
    .select({ userId: sessions.userId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(inArray(sessions.userId, ids))
    .groupBy(sessions.userId);
  return rows.map(({ id, username, name, role, active, lockedUntil, version, createdAt }) => ({
    id,
    username,
    name,
    role: knownRole(role),
    active,
    locked: isLocked(lockedUntil, context.now),
    lockedUntil,
    version,
    createdAt,
    lastSeenAt: seen.find((session) => session.userId === id)?.at ?? null,
    sites: assigned.filter((row) => row.userId === id).map((row) => row.siteId),
  }));
}

function knownRole(code: string): Role {
  const role = roleOf(code);
  if (!role) throw new Error(`the users table holds the unknown role ${code}`);
  return role;
}

/** How many active users have a role. */
export async function activeWithRole(read: Reader, role: Role): Promise<number> {
  const [counted] = await read
    .select({ total: count() })
    .from(users)
    .where(and(eq(users.role, role), eq(users.active, true)));
  return counted?.total ?? 0;
}
