import { expect, it } from "vitest";
import { filterOf, isFiltering, pageAddress } from "./filter";

it("reads an address and writes it again", () => {
  const filter = filterOf({ search: "BER 1", site: "BER", vital: "dead", page: "2" });
  expect(filter).toEqual({ search: "BER 1", site: "BER", sex: null, vital: "dead", page: 2 });
  expect(pageAddress(filter, 3)).toBe("/patients?search=BER+1&site=BER&vital=dead&page=3");
  expect(pageAddress(filterOf({}), 1)).toBe("/patients");
});

it("begins at page 1 whatever nonsense is asked for", () => {
  expect(["0", "-1", "x", "1.5", undefined].map((page) => filterOf({ page }).page)).toEqual([1, 1, 1, 1, 1]);
  expect(filterOf({ search: ["a", "b"] }).search).toBe("");
});

it("knows when nobody is left out", () => {
  expect(isFiltering(filterOf({ search: " ", page: "3" }))).toBe(false);
  expect(isFiltering(filterOf({ sex: "male" }))).toBe(true);
});
