import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { StaleVersionError } from "../../db/errors";
import { appendEvent, insertRow, type Recording, updateRow } from "../../db/record";
import { users, userSites } from "../../db/schema/registry";
import { canonicalUsername, revokeSessions } from "../auth/commands";
import { userByUsername } from "../auth/data";
import type { FormOutcome } from "../auth/form-action";
import { hashPassword } from "../auth/password";
import { type Role, rolesOverAllSites } from "../auth/permissions";
import { actorOf, type Context } from "../auth/viewer";
import { existingSites } from "../sites/data";
import { activeWithRole } from "./data";
import {
  nameIssues,
  type NewUser,
  passwordIssues,
  siteIssuesOf,
  type UserChange,
  usernameIssues,
} from "./user-input";

type Row = typeof users.$inferSelect;

const refuse = (message: string): FormOutcome => ({ ok: false, message });
const stale = refuse("Somebody else changed this user in the meantime. Load the page again.");
const absent = refuse("There is no such user.");
const lastAdministrator = refuse("This is the last active administrator: make somebody else one first.");

/** What is wrong with a new user, field by field. */
export function newUserIssues(input: NewUser) {
  return [
    ...usernameIssues(input.username),
    ...nameIssues(input.name),
    ...siteIssuesOf(input.role, input.sites),
    ...passwordIssues(input, input.username),
  ];
}

/** Creates an active user. */
export async function createUser(context: Context, input: NewUser): Promise<FormOutcome> {
  const issues = newUserIssues(input);
  if (issues.length > 0) return { ok: false, issues };
  const passwordHash = await hashPassword(input.password);
  const username = canonicalUsername(input.username);
  return context.db.transaction(async (writer) => {
    if (await userByUsername(writer, username))
      return { ok: false, issues: [{ field: "username", message: "There is a user of this name already." }] };
    const unknown = await unknownSites(writer, input.sites);
    if (unknown) return unknown;
    await insertUser({ writer, actor: actorOf(context), at: context.now }, { ...input, passwordHash });
    return { ok: true, message: `The user ${username} is created.` };
  });
}

/** Writes a user that has been checked, in the transaction given. */
export async function insertUser(
  recording: Recording,
  input: Pick<NewUser, "username" | "name" | "role" | "sites"> & { readonly passwordHash: string },
): Promise<void> {
  const id = randomUUID();
  const shown = {
    username: canonicalUsername(input.username),
    name: input.name.trim(),
    role: input.role,
    active: true,
  };
  const sites = sitesFor(input.role, input.sites);
  await insertRow(recording, users, {
    row: {
      ...shown,
      id,
      passwordHash: input.passwordHash,
      failedSignIns: 0,
      lockedUntil: null,
      createdAt: recording.at,
    },
    audit: { action: "user.create", after: { ...shown, sites } },
  });
  await assignSites(recording.writer, id, sites);
}

/** Changes a user's name, role and sites, and ends his sessions. */
export async function changeUser(context: Context, input: UserChange): Promise<FormOutcome> {
  const issues = [...nameIssues(input.name), ...siteIssuesOf(input.role, input.sites)];
  if (issues.length > 0) return { ok: false, issues };
  return onUser(context, input, async (recording, user) => {
    const unknown = await unknownSites(recording.writer, input.sites);
    if (unknown) return unknown;
    if (user.role === "administrator" && input.role !== "administrator") {
      if (user.id === context.viewer.id) return refuse("You cannot change your own role.");
      if (user.active && (await activeWithRole(recording.writer, "administrator")) < 2)
        return lastAdministrator;
    }
    const before = await recording.writer
      .select({ site: userSites.siteId })
      .from(userSites)
      .where(eq(userSites.userId, user.id));
    const sites = sitesFor(input.role, input.sites);
    const changes = { name: input.name.trim(), role: input.role };
    await updateRow(recording, users, {
      id: user.id,
      version: input.version,
      changes,
      audit: {
        action: "user.change",
        before: { name: user.name, role: user.role, sites: before.map((row) => row.site).toSorted() },
        after: { ...changes, sites },
      },
    });
    await assignSites(recording.writer, user.id, sites);
    if (user.id !== context.viewer.id) await revokeSessions(recording.writer, user.id, recording.at);
    return { ok: true, message: "The user is changed." };
  });
}

/** Lets a user sign in, or keeps him from it and ends his sessions. */
export async function setUserActive(
  context: Context,
  input: { readonly id: string; readonly version: number; readonly active: boolean },
): Promise<FormOutcome> {
  return onUser(context, input, async (recording, user) => {
    if (!input.active) {
      if (user.id === context.viewer.id) return refuse("You cannot disable your own account.");
      const administrators = await activeWithRole(recording.writer, "administrator");
      if (user.role === "administrator" && user.active && administrators < 2) return lastAdministrator;
    }
    await updateRow(recording, users, {
      id: user.id,
      version: input.version,
      changes: { active: input.active },
      audit: {
        action: input.active ? "user.enable" : "user.disable",
        before: { active: user.active },
        after: { active: input.active },
      },
    });
    if (!input.active) await revokeSessions(recording.writer, user.id, recording.at);
    return { ok: true, message: input.active ? "The user may sign in." : "The user is disabled." };
  });
}

/** Sets a new password for a user, ends his sessions and lifts a lock. */
export async function resetPassword(
  context: Context,
  input: {
    readonly id: string;
    readonly password: string;
    readonly repeatedPassword?: string;
    readonly confirmed?: "yes" | undefined;
  },
): Promise<FormOutcome> {
  if (input.confirmed !== "yes")
    return {
      ok: false,
      issues: [{ field: "confirmed", message: "Confirm that the password is to be reset." }],
    };
  const passwordHash = await hashPassword(input.password);
  return context.db.transaction(async (writer) => {
    const [user] = await writer.select().from(users).where(eq(users.id, input.id));
    if (!user) return absent;
    const issues = passwordIssues(input, user.username);
    if (issues.length > 0) return { ok: false, issues };
    const recording = { writer, actor: actorOf(context), at: context.now };
    await writePassword(recording, { userId: user.id, passwordHash, action: "user.reset-password" });
    return { ok: true, message: "The password is reset. The user is signed out everywhere." };
  });
}

/** Sets the password of a user, in the transaction given. Its hash is in no audit event, and the row's version stays: no form shows it. */
export async function writePassword(
  recording: Recording,
  change: { readonly userId: string; readonly passwordHash: string; readonly action: string },
): Promise<void> {
  const { userId, passwordHash, action } = change;
  await recording.writer
    .update(users)
    .set({ passwordHash, failedSignIns: 0, lockedUntil: null })
    .where(eq(users.id, userId));
  await appendEvent(recording, { action, tableName: "users", rowId: userId });
  await revokeSessions(recording.writer, userId, recording.at);
}

/** Lifts the lock that failed sign-ins put on an account. */
export async function unlockUser(context: Context, id: string): Promise<FormOutcome> {
  return context.db.transaction(async (writer) => {
    const unlocked = await writer
      .update(users)
      .set({ failedSignIns: 0, lockedUntil: null })
      .where(eq(users.id, id))
      .returning({ id: users.id });
    if (unlocked.length === 0) return absent;
    const recording = { writer, actor: actorOf(context), at: context.now };
    await appendEvent(recording, { action: "user.unlock", tableName: "users", rowId: id });
    return { ok: true, message: "The account is unlocked." };
  });
}

async function onUser(
  context: Context,
  input: { readonly id: string; readonly version: number },
  work: (recording: Recording, user: Row) => Promise<FormOutcome>,
): Promise<FormOutcome> {
  try {
    return await context.db.transaction(async (writer) => {
      const [user] = await writer.select().from(users).where(eq(users.id, input.id));
      if (!user) return absent;
      if (user.version !== input.version) return stale;
      return work({ writer, actor: actorOf(context), at: context.now }, user);
    });
  } catch (error) {
    if (error instanceof StaleVersionError) return stale;
    throw error;
  }
}

const sitesFor = (role: Role, sites: readonly string[]) =>
  rolesOverAllSites.includes(role) ? [] : [...new Set(sites)].toSorted();

async function assignSites(writer: Writer, userId: string, sites: readonly string[]): Promise<void> {
  await writer.delete(userSites).where(eq(userSites.userId, userId));
  if (sites.length > 0) await writer.insert(userSites).values(sites.map((siteId) => ({ userId, siteId })));
}

async function unknownSites(writer: Writer, codes: readonly string[]): Promise<FormOutcome | null> {
  const known = await existingSites(writer, codes);
  const unknown = codes.filter((code) => !known.includes(code));
  if (unknown.length === 0) return null;
  return { ok: false, issues: [{ field: "sites", message: `There is no site ${unknown.join(", ")}.` }] };
}
