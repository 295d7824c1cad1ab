import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ensureDatabaseFile } from "./sqlite-file";

const folder = mkdtempSync(join(tmpdir(), "sequela-file-"));
const modeOf = (path: string) => statSync(path).mode & 0o777;

afterAll(() => rmSync(folder, { recursive: true }));

describe("the file of a database", () => {
  it("is made for its owner alone, folder included", () => {
    const path = join(folder, "new", "registry.db");
    ensureDatabaseFile(path);
    expect([modeOf(path), modeOf(join(folder, "new"))]).toEqual([0o600, 0o700]);
  });

  it("keeps the permissions of a file that is there", () => {
    const path = join(folder, "other");
    writeFileSync(path, "not a database", { mode: 0o644 });
    ensureDatabaseFile(path);
    expect(modeOf(path)).toBe(0o644);
  });
});
