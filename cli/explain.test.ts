import { describe, expect, it } from "vitest";
import { Refusal } from "./command";
import { explanation } from "./explain";

const coded = (code: string, message = "raw") => Object.assign(new Error(message), { code });

describe("what the operator is told of an error", () => {
  it.each([
    ["a refusal", new Refusal("No such study."), /No such study/],
    ["an address of another kind", new TypeError("DATABASE_URL must begin with file:"), /must begin/],
    ["a closed port", new Error("query failed", { cause: coded("ECONNREFUSED") }), /cannot be reached/],
    ["several closed ports", new AggregateError([coded("ECONNREFUSED")], "all"), /cannot be reached/],
    ["a wrong password", coded("28P01"), /user or the password/],
    ["no such database", coded("3D000"), /no such database/],
    ["no tables in PostgreSQL", new Error("x", { cause: coded("42P01") }), /migrate first/],
    [
      "no tables in SQLite",
      new Error("x", { cause: coded("SQLITE_ERROR", "no such table: sites") }),
      /migrate first/,
    ],
    ["older tables", coded("SQLITE_ERROR", "no such column: f_sex"), /older version/],
    ["a file that is no database", coded("SQLITE_NOTADB"), /cannot be opened/],
    ["a file in the way of a folder", coded("ENOTDIR"), /folder is needed/],
  ])("says a sentence for %s", (_, error, sentence) => {
    expect(explanation(error)).toMatch(sentence);
  });

  it("says nothing of a defect, so that it is shown whole", () => {
    expect(explanation(new TypeError("x is not a function"))).toBeNull();
    expect(explanation("thrown text")).toBeNull();
  });
});
