import { describe, expect, it } from "vitest";
import { centresOf } from "./centres";
import { emptyRegistry, problemsOf, smallRegistry, withCells } from "./testing";

const { sites } = emptyRegistry;

const idsOf = (names: readonly string[], create = false) =>
  names.map((name) => centresOf(names, sites, create).siteOf.get(name)?.id);

describe("the centres of a file", () => {
  it("are sites by their name in files, their code or their own name", () => {
    expect(idsOf(["C1", "BER", "berlin", "C2", "Bremen"])).toEqual(["BER", "BER", "BER", "HAN", undefined]);
  });

  it("become sites where that is asked for, each with a code of its own", () => {
    expect(idsOf(["C1", "C3", "Hamburg", "Hannah Klinik", "Ärztehaus", "中心", "ham"], true)).toEqual([
      "BER",
      "C3",
      "HAM",
      "HAN2",
      "ARZ",
      "SITE",
      "HAM2",
    ]);
  });

  it("are made by the plan only where it may", () => {
    const records = withCells(smallRegistry, "patients", 3, { centre: "Bremen" });
    expect(problemsOf(records)).toHaveLength(1);
    expect(problemsOf(records, { ...emptyRegistry, createSites: true })).toEqual([]);
  });
});
