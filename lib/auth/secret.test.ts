import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { secretIn } from "./secret";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sequela-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes a secret once, for its owner only", () => {
  const secret = secretIn(join(folder, "data"));
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(secretIn(join(folder, "data"))).toBe(secret);
  expect(statSync(join(folder, "data", "secret")).mode & 0o777).toBe(0o600);
});

it("refuses a secret too short to keep one", () => {
  writeFileSync(join(folder, "secret"), "short");
  expect(() => secretIn(folder)).toThrow(/too short/);
});
