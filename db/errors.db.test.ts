import { afterAll, beforeAll, expect, it } from "vitest";
import { dialect } from "./dialect";
import { isUniqueViolation, loggableError } from "./errors";
import { sites } from "./schema";
import { type TestDatabase, testDatabase } from "./testing";

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.drop());

it("keeps what somebody entered out of the log of a failed query", async () => {
  const row = {
    id: "BER",
    name: "a secret name",
    sourceId: null,
    allocated: 0,
    version: 1,
    createdAt: "now",
  };
  const twice = () => db.transaction((writer) => writer.insert(sites).values(row));
  await twice();
  const error: unknown = await twice().catch((thrown: unknown) => thrown);
  expect(isUniqueViolation(error)).toBe(true);
  if (dialect === "postgres") expect(String(error)).toContain("a secret name");
  expect(loggableError(error)).not.toContain("a secret name");
  expect(loggableError(error)).toMatch(/query failed \(23505\)|UNIQUE constraint failed/);
});
