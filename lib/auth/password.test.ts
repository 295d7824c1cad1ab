import { describe, expect, it } from "vitest";
import { hashPassword, isPassword, passwordProblem } from "./password";

describe("passwords", () => {
  it("refuses what is short, long, monotonous or holds the user name", () => {
    expect(passwordProblem("elevenchars", "anna")).toMatch(/at least 12/);
    expect(passwordProblem("x1y2".repeat(60), "anna")).toMatch(/at most 200/);
    expect(passwordProblem("aaaaaaaaaaaabbbb", "anna")).toMatch(/different/);
    expect(passwordProblem("my ANNA and I 77", "anna")).toMatch(/user name/);
    expect(passwordProblem("a quiet river runs", "anna")).toBeNull();
  });

  it("knows the password it hashed with argon2id, and no other", async () => {
    const hash = await hashPassword("a quiet river runs");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(hash, "a quiet river runs")).toBe(true);
    expect(await isPassword(hash, "a quiet river run")).toBe(false);
    expect(await isPassword(null, "nobody has this password")).toBe(false);
  });
});
