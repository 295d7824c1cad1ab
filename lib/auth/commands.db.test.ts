import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, sessions, users } from "../../db/schema/registry";
import { type TestDatabase, testDatabase } from "../../db/testing";
import { createSite } from "../sites/commands";
import { createUser } from "../users/commands";
import { seeSession, signIn, signInRefusal, signOut } from "./commands";
import { sessionOfKey } from "./data";
import { later, sessionId } from "./session-key";
import { systemContext } from "./viewer";

const start = "2026-02-01T08:00:00.000Z";
const minutes = (count: number) => later(start, count * 60_000);
const password = "a quiet river runs";
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await createSite(systemContext(db, start, "cli"), { code: "BER", name: "Berlin" });
});
afterAll(() => db.drop());

let serial = 0;
let username = "";
beforeEach(async () => {
  serial += 1;
  username = `anna${serial}`;
  const created = await createUser(systemContext(db, start, "cli"), {
    username,
    name: "Anna Berg",
    role: "clinician",
    sites: ["BER"],
    password,
  });
  expect(created.ok).toBe(true);
});

const stored = async () => {
  const [user] = await db.read.select().from(users).where(eq(users.username, username));
  if (!user) throw new Error("no user");
  return user;
};
const actions = async () => {
  const { id } = await stored();
  const events = await db.read
    .select({ action: auditEvents.action, source: auditEvents.source })
    .from(auditEvents)
    .where(eq(auditEvents.rowId, id))
    .orderBy(asc(auditEvents.sequence));
  return events.filter((event) => event.source === "sign-in").map((event) => event.action);
};
const keyAt = async (now: string) => {
  const result = await signIn(db, { username, password }, now);
  if (!result.ok) throw new Error(result.message);
  return result.key;
};

describe("signing in", () => {
  it("opens a session whose key is stored nowhere", async () => {
    const key = await keyAt(start);
    expect(Buffer.from(key, "base64url")).toHaveLength(32);
    const rows = await db.read
      .select()
      .from(sessions)
      .where(eq(sessions.id, sessionId(key)));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect((await sessionOfKey(db.read, key, minutes(1)))?.viewer).toMatchObject({
      username,
      name: "Anna Berg",
      role: "clinician",
      sites: ["BER"],
    });
    expect(await actions()).toEqual(["sign-in"]);
  });

  it("takes the user name in any case, the password in its own only", async () => {
    expect((await signIn(db, { username: ` ${username.toUpperCase()} `, password }, start)).ok).toBe(true);
    expect((await signIn(db, { username, password: password.toUpperCase() }, start)).ok).toBe(false);
  });

  it("says the same to a stranger, after a wrong password and while locked", async () => {
    const stranger = await signIn(db, { username: "nobody", password }, start);
    const wrong = await signIn(db, { username, password: "another password" }, start);
    expect(stranger).toEqual({ ok: false, message: signInRefusal });
    expect(wrong).toEqual(stranger);
  });

  it("locks after five failures in a row for 15 minutes, even to the right password", async () => {
    for (let count = 0; count < 5; count += 1)
      await signIn(db, { username, password: "another password" }, start);
    expect(await signIn(db, { username, password }, minutes(14))).toEqual({
      ok: false,
      message: signInRefusal,
    });
    expect((await signIn(db, { username, password }, minutes(15))).ok).toBe(true);
    expect(await actions()).toEqual([
      ...Array.from({ length: 4 }, () => "sign-in.fail"),
      "sign-in.lock",
      "sign-in.refuse",
      "sign-in",
    ]);
  });

  it("counts failures in a row only, and every one of those sent at once", async () => {
    for (let count = 0; count < 4; count += 1)
      await signIn(db, { username, password: "another password" }, start);
    await keyAt(start);
    await Promise.all(
      Array.from({ length: 4 }, () => signIn(db, { username, password: "another password" }, start)),
    );
    expect(await stored()).toMatchObject({ failedSignIns: 4, lockedUntil: null });
  });

  it("refuses a disabled user", async () => {
    await db.transaction(async (writer) => {
      await writer.update(users).set({ active: false }).where(eq(users.username, username));
    });
    expect((await signIn(db, { username, password }, start)).ok).toBe(false);
  });
});

describe("a session", () => {
  it("ends after an hour idle", async () => {
    const key = await keyAt(start);
    expect(await sessionOfKey(db.read, key, minutes(59))).not.toBeNull();
    expect(await sessionOfKey(db.read, key, minutes(60))).toBeNull();
  });

  it("ends after twelve hours however busy", async () => {
    const key = await keyAt(start);
    for (let count = 50; count < 12 * 60; count += 50) {
      const session = await sessionOfKey(db.read, key, minutes(count));
      expect(session).not.toBeNull();
      if (session) await seeSession(db, session, minutes(count));
    }
    expect(await sessionOfKey(db.read, key, minutes(12 * 60 - 1))).not.toBeNull();
    expect(await sessionOfKey(db.read, key, minutes(12 * 60))).toBeNull();
  });

  it("is noted as seen once a minute at most", async () => {
    const key = await keyAt(start);
    const seen = async (now: string) => {
      const session = await sessionOfKey(db.read, key, now);
      if (session) await seeSession(db, session, now);
      return (await sessionOfKey(db.read, key, now))?.lastSeenAt;
    };
    expect(await seen(later(start, 59_000))).toBe(start);
    expect(await seen(later(start, 61_000))).toBe(later(start, 61_000));
  });

  it("opens nothing once signed out, and is audited once", async () => {
    const key = await keyAt(start);
    await signOut(db, key, minutes(1));
    await signOut(db, key, minutes(1));
    expect(await sessionOfKey(db.read, key, minutes(1))).toBeNull();
    expect(await actions()).toEqual(["sign-in", "sign-out"]);
  });

  it("is opened by no other key, nor by its id", async () => {
    const key = await keyAt(start);
    expect(await sessionOfKey(db.read, sessionId(key), start)).toBeNull();
    expect(await sessionOfKey(db.read, `${key}A`, start)).toBeNull();
  });
});
