import { expect, it } from "vitest";
import { homeOf, pagesFor } from "./navigation";

it("offers each role the pages it may open, and no other", () => {
  const labels = (role: Parameters<typeof pagesFor>[0]) => pagesFor(role).map((page) => page.label);
  expect(labels("clinician")).toEqual(["Work list", "Patients", "Studies", "Codebook"]);
  expect(labels("coordinator")).toEqual(["Work list", "Patients", "Studies", "Codebook", "Import", "Audit"]);
  expect(labels("reviewer")).toEqual(["Work list", "Patients", "Studies", "Codebook"]);
  expect(labels("administrator")).toEqual(["Codebook", "Audit", "Administration"]);
});

it("begins where the role has work", () => {
  expect(homeOf("clinician")).toBe("/");
  expect(homeOf("administrator")).toBe("/admin");
});
