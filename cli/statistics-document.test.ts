import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { quantities } from "../lib/stats/verify/quantities";
import { documentPath, statisticsDocument } from "./statistics-document";
import { chapters } from "./statistics-methods";

it("stands in docs/statistics.md as the verifier's output makes it", () => {
  expect(readFileSync(documentPath, "utf8")).toBe(statisticsDocument());
});

it("describes a method for every quantity that is verified", () => {
  const described = new Set<string>(
    chapters.flatMap(({ methods }) => methods.flatMap((method) => method.quantities)),
  );
  const left = Object.keys(quantities).filter((id) => !described.has(id));
  expect(left).toEqual(["case.size"]);
});
