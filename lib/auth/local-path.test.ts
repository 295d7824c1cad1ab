import { expect, it } from "vitest";
import { localPath } from "./local-path";

it("keeps paths of this registry", () => {
  expect(localPath("/patients?search=a%20b&page=2", "/")).toBe("/patients?search=a%20b&page=2");
  expect(localPath("/patients/1/../2", "/")).toBe("/patients/2");
});

it.each([
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example/",
  "/\t/elsewhere.example",
  "/.//elsewhere.example",
  "javascript:alert(1)",
  "patients",
  "",
  null,
  ["/patients"],
  `/${"a".repeat(2001)}`,
])("leads home instead of to %j", (wanted) => {
  expect(localPath(wanted, "/")).toBe("/");
});
