import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEvents, users } from "../../db/schema/registry";
import { type TestDatabase, testDatabase } from "../../db/testing";
import { signIn } from "../auth/commands";
import { sessionOfKey } from "../auth/data";
import { type Context, systemContext } from "../auth/viewer";
import { createSite } from "../sites/commands";
import { sitesOf } from "../sites/data";
import { changeUser, createUser, resetPassword, setUserActive, unlockUser } from "./commands";
import { userById, usersPage } from "./data";
import { changeOwnPassword } from "./own-password";

const now = "2026-02-01T08:00:00.000Z";
const password = "a quiet river runs";
const another = "the rain came early";
let db: TestDatabase;
let admin: Context;

beforeEach(async () => {
  db = await testDatabase();
  admin = systemContext(db, now, "cli", "administrator");
  await createSite(admin, { code: "BER", name: "Berlin" });
  await createSite(admin, { code: "HAN", name: "Hannover" });
  return () => db.drop();
});

const clinician = {
  username: "anna",
  name: "Anna Berg",
  role: "clinician",
  sites: ["BER"],
  password,
} as const;
const administrator = { ...clinician, username: "root", role: "administrator", sites: [] } as const;

const created = async (input: Parameters<typeof createUser>[1]) => {
  expect(await createUser(admin, input)).toMatchObject({ ok: true });
  const found = await usersPage(admin, { search: input.username, page: 1 });
  const user = found.users[0];
  if (!user) throw new Error("no user");
  return user;
};
const key = async (username: string, secret: string = password) => {
  const result = await signIn(db, { username, password: secret }, now);
  return result.ok ? result.key : null;
};
const viewer = async (of: string | null) =>
  of ? ((await sessionOfKey(db.read, of, now))?.viewer ?? null) : null;
const contextOf = async (username: string): Promise<Context> => {
  const found = await viewer(await key(username));
  if (!found) throw new Error("not signed in");
  return { ...admin, viewer: found };
};

describe("creating a user", () => {
  it("stores a hash, and audits everything but the password", async () => {
    const user = await created({ ...clinician, username: " Anna " });
    expect(user).toMatchObject({ username: "anna", sites: ["BER"], active: true, locked: false, version: 1 });
    const [row] = await db.read.select().from(users);
    expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
    const events = await db.read.select().from(auditEvents).where(eq(auditEvents.rowId, user.id));
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toMatch(/argon2id|quiet river/);
    expect(JSON.parse(events[0]?.after ?? "")).toEqual({
      username: "anna",
      name: "Anna Berg",
      role: "clinician",
      active: true,
      sites: ["BER"],
    });
  });

  it.each([
    ["username", { username: "a" }],
    ["username", { username: "anna berg" }],
    ["name", { name: " " }],
    ["sites", { sites: [] }],
    ["sites", { sites: ["XXX"] }],
    ["password", { password: "short" }],
    ["password", { password: "anna anna anna 12" }],
    ["repeatedPassword", { repeatedPassword: another }],
  ])("refuses a wrong %s at its field: %j", async (field, wrong) => {
    const result = await createUser(admin, { ...clinician, ...wrong });
    expect(result).toMatchObject({ ok: false, issues: [{ field }] });
    expect((await usersPage(admin, { search: "", page: 1 })).total).toBe(0);
  });

  it("refuses a user name twice", async () => {
    await created(clinician);
    expect(await createUser(admin, { ...clinician, username: "ANNA" })).toMatchObject({
      ok: false,
      issues: [{ field: "username" }],
    });
  });
});

describe("changing a user", () => {
  it("acts at the next request: the old session is gone, the new one has the new sites", async () => {
    const user = await created(clinician);
    const before = await key("anna");
    const change = {
      id: user.id,
      version: 1,
      name: "Anna Berg",
      role: "coordinator",
      sites: ["HAN"],
    } as const;
    expect(await changeUser(admin, change)).toMatchObject({ ok: true });
    expect(await viewer(before)).toBeNull();
    expect(await viewer(await key("anna"))).toMatchObject({ role: "coordinator", sites: ["HAN"] });
    const events = await db.read.select().from(auditEvents).where(eq(auditEvents.action, "user.change"));
    expect(JSON.parse(events[0]?.before ?? "")).toEqual({
      name: "Anna Berg",
      role: "clinician",
      sites: ["BER"],
    });
  });

  it("is refused on a version somebody else has changed", async () => {
    const user = await created(clinician);
    const change = { id: user.id, version: 1, name: "Anna Weg", role: "reviewer", sites: [] } as const;
    await changeUser(admin, change);
    expect(await changeUser(admin, { ...change, name: "Other" })).toMatchObject({ ok: false });
    expect(await userById(admin, user.id)).toMatchObject({ name: "Anna Weg", version: 2, sites: [] });
  });

  it("keeps a disabled user out at once, and lets an enabled one in again", async () => {
    const user = await created(clinician);
    const open = await key("anna");
    expect(await viewer(open)).not.toBeNull();
    await setUserActive(admin, { id: user.id, version: 1, active: false });
    expect(await viewer(open)).toBeNull();
    expect(await key("anna")).toBeNull();
    await setUserActive(admin, { id: user.id, version: 2, active: true });
    expect(await viewer(open)).toBeNull();
    expect(await key("anna")).not.toBeNull();
  });

  it("never leaves the registry without an administrator", async () => {
    const root = await created(administrator);
    expect(await setUserActive(admin, { id: root.id, version: 1, active: false })).toMatchObject({
      ok: false,
    });
    const demoted = { id: root.id, version: 1, name: "Root", role: "reviewer", sites: [] } as const;
    expect(await changeUser(admin, demoted)).toMatchObject({ ok: false });
    await created({ ...administrator, username: "second" });
    expect(await changeUser(admin, demoted)).toMatchObject({ ok: true });
  });

  it("lets nobody disable or demote himself", async () => {
    const root = await created(administrator);
    await created({ ...administrator, username: "second" });
    const own = await contextOf("root");
    expect(await setUserActive(own, { id: root.id, version: 1, active: false })).toMatchObject({ ok: false });
    expect(
      await changeUser(own, { id: root.id, version: 1, name: "Root", role: "reviewer", sites: [] }),
    ).toMatchObject({ ok: false });
  });
});

describe("passwords and locks", () => {
  it("are reset only when confirmed, and end every session", async () => {
    const user = await created(clinician);
    const open = await key("anna");
    const reset = { id: user.id, password: another, repeatedPassword: another };
    expect(await resetPassword(admin, reset)).toMatchObject({ ok: false, issues: [{ field: "confirmed" }] });
    expect(await resetPassword(admin, { ...reset, confirmed: "yes" })).toMatchObject({ ok: true });
    expect(await viewer(open)).toBeNull();
    expect(await key("anna")).toBeNull();
    expect(await key("anna", another)).not.toBeNull();
    expect(await userById(admin, user.id)).toMatchObject({ version: 1 });
  });

  it("are lifted by an administrator", async () => {
    const user = await created(clinician);
    for (let count = 0; count < 5; count += 1) await key("anna", "another password");
    expect(await userById(admin, user.id)).toMatchObject({ locked: true });
    expect(await key("anna")).toBeNull();
    expect(await unlockUser(admin, user.id)).toMatchObject({ ok: true });
    expect(await key("anna")).not.toBeNull();
    expect(await unlockUser(admin, "no such id")).toMatchObject({ ok: false });
  });

  it("are changed by the user himself with the present one", async () => {
    await created(clinician);
    const own = await contextOf("anna");
    const change = { currentPassword: password, password: another, repeatedPassword: another };
    expect(await changeOwnPassword(own, { ...change, currentPassword: "wrong one indeed" })).toMatchObject({
      ok: false,
      issues: [{ field: "currentPassword" }],
    });
    expect(await changeOwnPassword(own, { ...change, repeatedPassword: "other" })).toMatchObject({
      ok: false,
      issues: [{ field: "repeatedPassword" }],
    });
    expect(await changeOwnPassword(own, change)).toEqual({ ok: true });
    expect(await key("anna")).toBeNull();
    expect(await key("anna", another)).not.toBeNull();
  });

  it("lock after five wrong guesses at the present one", async () => {
    await created(clinician);
    const own = await contextOf("anna");
    for (let count = 0; count < 5; count += 1)
      await changeOwnPassword(own, { currentPassword: "wrong one indeed", password: another });
    expect(await changeOwnPassword(own, { currentPassword: password, password: another })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/locked/),
    });
    expect(await key("anna", another)).toBeNull();
  });
});

describe("sites", () => {
  it.each(["ber", "B", "BERLIN", "B1", "<b>"])("have no code %s", async (code) => {
    expect(await createSite(admin, { code, name: "Berlin" })).toMatchObject({
      ok: false,
      issues: [{ field: "code" }],
    });
  });

  it("are listed within the viewer's scope, and not made twice", async () => {
    await created(clinician);
    expect((await sitesOf(await contextOf("anna"))).map((site) => site.id)).toEqual(["BER"]);
    expect((await sitesOf(admin)).map((site) => site.id)).toEqual(["BER", "HAN"]);
    expect(await createSite(admin, { code: "BER", name: "Other" })).toMatchObject({ ok: false });
  });
});
