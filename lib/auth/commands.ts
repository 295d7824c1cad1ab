import { and, eq, isNull, lt } from "drizzle-orm";
import type { Database, Writer } from "../../db/client";
import { type Actor, appendEvent, type Recording } from "../../db/record";
import { sessions, users } from "../../db/schema/registry";
import { type OpenSession, roleOf, userByUsername } from "./data";
import { isPassword } from "./password";
import type { Role } from "./permissions";
import { later, newSessionKey, sessionHours, sessionId } from "./session-key";

export const failuresToLock = 5;
export const lockMinutes = 15;

/** Said after every refused sign-in alike, so that it tells nobody which users exist. */
export const signInRefusal = `The user name or the password is wrong, or the account is locked. After five failures it is locked for ${lockMinutes} minutes.`;

export type SignInResult =
  | {
      readonly ok: true;
      readonly key: string;
      readonly userId: string;
      readonly name: string;
      readonly role: Role;
    }
  | { readonly ok: false; readonly message: string };

const refused: SignInResult = { ok: false, message: signInRefusal };
const nobody: Actor = { id: "unknown", name: "nobody signed in", source: "sign-in" };

/** Opens a session for the right password of an active, unlocked user; counts and audits a failure otherwise. */
export async function signIn(
  db: Database,
  attempt: { readonly username: string; readonly password: string },
  now: string,
): Promise<SignInResult> {
  const known = await userByUsername(db.read, canonicalUsername(attempt.username));
  const right = await isPassword(known?.passwordHash ?? null, attempt.password);
  return db.transaction(async (writer) => {
    const recording: Recording = { writer, actor: nobody, at: now };
    const user = known && (await userByUsername(writer, known.username));
    if (!user || !user.active || isLocked(user.lockedUntil, now)) {
      await audit(recording, "sign-in.refuse", user?.id ?? "unknown");
      return refused;
    }
    const role = roleOf(user.role);
    if (!right || !role || user.passwordHash !== known.passwordHash) {
      await countFailure(recording, user);
      return refused;
    }
    const actor: Actor = { id: user.id, name: user.name, source: "sign-in" };
    const key = await openSession({ ...recording, actor }, user.id);
    return { ok: true, key, userId: user.id, name: user.name, role };
  });
}

/** The one spelling of a user name: without surrounding blanks, in small letters. */
export function canonicalUsername(text: string): string {
  return text.trim().toLowerCase();
}

/** True while an account's lock lasts. */
export function isLocked(lockedUntil: string | null, now: string): boolean {
  return lockedUntil !== null && lockedUntil > now;
}

function audit(recording: Recording, action: string, userId: string): Promise<void> {
  return appendEvent(recording, { action, tableName: "users", rowId: userId });
}

/** Counts a wrong password, and locks the account at the fifth in a row. The row's version is the administrator's and stays. */
export async function countFailure(
  recording: Recording,
  user: { readonly id: string; readonly failedSignIns: number },
): Promise<void> {
  const failures = user.failedSignIns + 1;
  const locks = failures >= failuresToLock;
  await recording.writer
    .update(users)
    .set(
      locks
        ? { failedSignIns: 0, lockedUntil: later(recording.at, lockMinutes * 60_000) }
        : { failedSignIns: failures },
    )
    .where(eq(users.id, user.id));
  await audit(recording, locks ? "sign-in.lock" : "sign-in.fail", user.id);
}

async function openSession(recording: Recording, userId: string): Promise<string> {
  const { writer, at } = recording;
  const key = newSessionKey();
  await writer.update(users).set({ failedSignIns: 0, lockedUntil: null }).where(eq(users.id, userId));
  await writer.insert(sessions).values({
    id: sessionId(key),
    userId,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: later(at, sessionHours * 3_600_000),
    revokedAt: null,
  });
  await audit(recording, "sign-in", userId);
  return key;
}

/** Notes that a session is in use, at most once a minute. */
export async function seeSession(db: Database, session: OpenSession, now: string): Promise<void> {
  const due = later(now, -60_000);
  if (session.lastSeenAt > due) return;
  await db.transaction(async (writer) => {
    await writer
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, session.id), lt(sessions.lastSeenAt, due)));
  });
}

/** Ends the session of a key, if it is open. */
export async function signOut(db: Database, key: string, now: string): Promise<void> {
  await db.transaction(async (writer) => {
    const [ended] = await writer
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, sessionId(key)), isNull(sessions.revokedAt)))
      .returning({ userId: sessions.userId });
    if (!ended) return;
    const [user] = await writer.select({ name: users.name }).from(users).where(eq(users.id, ended.userId));
    const actor: Actor = { id: ended.userId, name: user?.name ?? "unknown", source: "sign-in" };
    await audit({ writer, actor, at: now }, "sign-out", ended.userId);
  });
}

/** Ends every open session of a user, in the transaction given. */
export async function revokeSessions(writer: Writer, userId: string, now: string): Promise<void> {
  await writer
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
}
