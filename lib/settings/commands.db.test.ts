import { beforeEach, describe, expect, it } from "vitest";
import { auditEvents, sites, users } from "../../db/schema/registry";
import { type TestDatabase, testDatabase } from "../../db/testing";
import { signIn } from "../auth/commands";
import { createSite } from "../sites/commands";
import { setUp } from "./commands";
import { installation } from "./data";

const now = "2026-02-01T08:00:00.000Z";
const input = {
  username: "root",
  name: "Rita Root",
  password: "a quiet river runs",
  repeatedPassword: "a quiet river runs",
  siteCode: "BER",
  siteName: "Berlin",
  kind: "real",
} as const;
const never = () => Promise.reject(new Error("a real registry loads nothing"));
let db: TestDatabase;

beforeEach(async () => {
  db = await testDatabase();
  return () => db.drop();
});

const empty = async () => {
  for (const table of [users, sites, auditEvents]) expect(await db.read.select().from(table)).toEqual([]);
  expect(await installation(db.read)).toBeNull();
};

describe("set-up", () => {
  it("makes the administrator, the site and the kind of the installation", async () => {
    expect(await setUp({ db, now }, input, never)).toEqual({ ok: true });
    expect(await installation(db.read)).toEqual({ kind: "real", setUpAt: now });
    expect(await db.read.select().from(sites)).toMatchObject([{ id: "BER", name: "Berlin", allocated: 0 }]);
    const signedIn = await signIn(db, input, now);
    expect(signedIn).toMatchObject({ ok: true, role: "administrator" });
    const events = await db.read
      .select({ action: auditEvents.action, source: auditEvents.source })
      .from(auditEvents);
    expect(
      events
        .filter((event) => event.source === "set-up")
        .map((event) => event.action)
        .toSorted(),
    ).toEqual(["installation.set-up", "site.create", "user.create"]);
  });

  it("happens once", async () => {
    await setUp({ db, now }, input, never);
    expect(await setUp({ db, now }, { ...input, username: "second" }, never)).toMatchObject({ ok: false });
    expect(await db.read.select().from(users)).toHaveLength(1);
  });

  it("happens once even when two are sent together", async () => {
    const sent = [input, { ...input, username: "second" }];
    const results = await Promise.all(sent.map((item) => setUp({ db, now }, item, never)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db.read.select().from(users)).toHaveLength(1);
  });

  it.each([
    ["username", { username: "" }],
    ["name", { name: "" }],
    ["password", { password: "short", repeatedPassword: "short" }],
    ["repeatedPassword", { repeatedPassword: "something else" }],
    ["siteCode", { siteCode: "berlin" }],
    ["siteName", { siteName: "" }],
    ["kind", { kind: undefined }],
  ])("tells what is wrong at %s and makes nothing", async (field, wrong) => {
    expect(await setUp({ db, now }, { ...input, ...wrong }, never)).toMatchObject({
      ok: false,
      issues: [{ field }],
    });
    await empty();
  });

  it("loads a demonstration in the same transaction: when it fails, nothing is made", async () => {
    const demonstration = { ...input, kind: "demonstration" } as const;
    const fails = setUp({ db, now }, demonstration, async (context) => {
      await createSite(context, { code: "HAN", name: "Hannover" });
      throw new Error("the files are bad");
    });
    await expect(fails).rejects.toThrow("the files are bad");
    await empty();
    const loaded = await setUp({ db, now }, demonstration, (context) =>
      createSite(context, { code: "BER", name: "Berlin of the demonstration" }),
    );
    expect(loaded).toEqual({ ok: true });
    expect(await db.read.select().from(sites)).toMatchObject([
      { id: "BER", name: "Berlin of the demonstration" },
    ]);
    expect(await installation(db.read)).toMatchObject({ kind: "demonstration" });
  });
});
