import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type TestDatabase, testDatabase } from "../db/testing";
import { enrolmentTable } from "../db/schema/forms";
import { auditEvents, users } from "../db/schema/registry";
import { filesOf, smallRegistry, withCells } from "../lib/exchange/testing";

// Each command is a process of its own that loads the registry: seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let db: TestDatabase;
let folder: string;

type Answer = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the command line as an operator would, on the test's database or another. */
function registry(args: readonly string[], { url = db.url, input = "" } = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: url, DATA_DIR: folder, INIT_CWD: folder };
    const child = execFile(
      process.execPath,
      ["--import", "tsx", "cli/registry.ts", ...args],
      { env },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

beforeAll(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "sequela-cli-"));
});

afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});

const write = (records: typeof smallRegistry) => {
  for (const { name, bytes } of filesOf(records)) writeFileSync(join(folder, name), bytes);
};

describe("the command line", () => {
  it("gives its help on stdout, and tells what it does not understand on stderr with exit code 2", async () => {
    const [help, unknown, nothing, option, format] = await Promise.all([
      registry(["import", "--help"]),
      registry(["export"]),
      registry([]),
      registry(["migrate", "--fast"]),
      registry(["outcomes", "--study", "intrinsic-resistance", "--format", "xml"]),
    ]);
    expect(help).toMatchObject({ code: 0, err: "" });
    expect(help.out).toContain("import FOLDER");
    for (const answer of [unknown, nothing, option, format])
      expect(answer).toMatchObject({ code: 2, out: "", err: expect.stringContaining("npm run -s registry") });
  });

  it("tells a mistake in a sentence with exit code 1, and never a stack trace", async () => {
    const empty = `file:${join(folder, "empty.db")}`;
    const answers = await Promise.all([
      registry(["outcomes", "--study", "nonsense"]),
      registry(["import", "nowhere"]),
      registry(["migrate"], { url: "mysql://somewhere" }),
      registry(["outcomes", "--study", "intrinsic-resistance"], { url: empty }),
      registry(["create-user", "--username", "x1", "--name", "X", "--role", "clinician"]),
    ]);
    expect(answers.map(({ err }) => err.trim())).toEqual([
      "There is no study “nonsense”. There is: intrinsic-resistance.",
      "The folder nowhere cannot be read.",
      "DATABASE_URL must begin with file: or postgres://, not “mysql:”.",
      expect.stringMatching(/migrate first|cannot be opened/),
      "sites: Choose at least one site for this role.",
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ code: 1, out: "" });
  });

  it("imports a folder: first told what is wrong, then all of it, then refused as known", async () => {
    write(withCells(smallRegistry, "patients", 3, { sex: "male" }));
    const bad = await registry(["import", "."]);
    expect(bad).toMatchObject({ code: 1, out: "" });
    expect(bad.err).toMatch(/error +patients\.csv +3 +sex +male +“male” is not one of the codes: M, F, U\./);
    expect(await db.read.select().from(enrolmentTable)).toEqual([]);
    expect(await db.read.select().from(auditEvents)).toEqual([]);

    write(smallRegistry);
    expect(await registry(["import", ".", "--check"])).toMatchObject({
      code: 0,
      out: "Nothing is wrong: 2 patients, 2 therapy lines, 2 assessments, 4 target lesions can be imported.\n",
    });
    expect(await db.read.select().from(enrolmentTable)).toEqual([]);
    expect((await registry(["import", ".", "--known-sites"])).err).toContain("There is no such site");

    const good = await registry(["import", "."]);
    expect(good).toMatchObject({ code: 0, err: "" });
    expect(good.out).toContain("12 entries");
    expect(await db.read.select().from(enrolmentTable)).toHaveLength(2);
    expect((await registry(["import", "."])).code).toBe(1);

    const report = await registry(["outcomes", "--study", "intrinsic-resistance", "--format", "json"]);
    expect(JSON.parse(report.out)).toMatchObject({ registered: 2 });
  });

  it("creates a user with a password from stdin, or one that it prints", async () => {
    const base = ["create-user", "--name", "Somebody", "--role", "reviewer", "--username"];
    const [given, made, weak] = await Promise.all([
      registry([...base, "given", "--password-stdin"], { input: "correct horse battery\n" }),
      registry([...base, "made"]),
      registry([...base, "weak", "--password-stdin"], { input: "short\n" }),
    ]);
    expect(given.code).toBe(0);
    expect(given.out).not.toContain("correct horse");
    expect(made.out).toMatch(/Password: [a-z2-9]{5}(-[a-z2-9]{5}){3}\n/);
    expect(weak).toMatchObject({ code: 1, out: "", err: expect.stringContaining("12 characters") });
    const names = (await db.read.select().from(users)).map((user) => user.username);
    expect(names.toSorted()).toEqual(["given", "made"]);
  });

  it("prints the data dictionary and nothing else", async () => {
    const { out, err } = await registry(["dictionary"]);
    expect(out.split("\r\n")[0]).toMatch(/^form,variable,/);
    expect(err).toBe("");
  });
});

describe("the demonstration on the command line", () => {
  it("makes an account for each role, keeps them private, and changes nothing the second time", async () => {
    const other = await testDatabase();
    try {
      expect((await registry(["load-demonstration"], { url: other.url })).code).toBe(0);
      const file = join(folder, "accounts.json");
      const text = readFileSync(file, "utf8");
      const accounts = JSON.parse(text) as { role: string }[]; // what is to be shown below
      expect(accounts.map(({ role }) => role)).toEqual([
        "clinician",
        "coordinator",
        "reviewer",
        "administrator",
      ]);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(await other.read.select().from(users)).toHaveLength(4);
      expect(await other.read.select().from(enrolmentTable)).toHaveLength(60);
      expect((await registry(["load-demonstration"], { url: other.url })).code).toBe(0);
      expect(readFileSync(file, "utf8")).toBe(text);
      expect(await other.read.select().from(enrolmentTable)).toHaveLength(60);
    } finally {
      await other.drop();
    }
  });
});
