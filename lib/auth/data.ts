import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Reader } from "../../db/client";
import { sessions, users, userSites } from "../../db/schema/registry";
import { type Role, roles, rolesOverAllSites } from "./permissions";
import { idleMinutes, later, sessionId } from "./session-key";
import type { SiteScope, Viewer } from "./viewer";

export type OpenSession = { readonly id: string; readonly lastSeenAt: string; readonly viewer: Viewer };

/** The session a key opens with its viewer as he is now; null once it has expired, lain idle or been revoked, or its user been disabled. */
export async function sessionOfKey(read: Reader, key: string, now: string): Promise<OpenSession | null> {
  const [row] = await read
    .select({ lastSeenAt: sessions.lastSeenAt, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sessionId(key)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, later(now, -idleMinutes * 60_000)),
        eq(users.active, true),
      ),
    );
  const role = row && roleOf(row.user.role);
  if (!row || !role) return null;
  const { id, username, name } = row.user;
  const viewer = { id, username, name, role, sites: await siteScope(read, id, role) };
  return { id: sessionId(key), lastSeenAt: row.lastSeenAt, viewer };
}

/** The role a stored code means, or undefined. */
export function roleOf(code: string): Role | undefined {
  return roles.find((role) => role === code);
}

async function siteScope(read: Reader, userId: string, role: Role): Promise<SiteScope> {
  if (rolesOverAllSites.includes(role)) return "all";
  const rows = await read
    .select({ site: userSites.siteId })
    .from(userSites)
    .where(eq(userSites.userId, userId))
    .orderBy(asc(userSites.siteId));
  return rows.map((row) => row.site);
}

/** The stored user of a user name, or null. */
export async function userByUsername(read: Reader, username: string) {
  const [user] = await read.select().from(users).where(eq(users.username, username));
  return user ?? null;
}
