import { describe, expect, it } from "vitest";
import { parseEnvironment } from "./environment.mjs";

describe("an environment file", () => {
  it("gives its settings, with quotes and comments taken off", () => {
    const text = [
      "# a comment",
      "PORT=3100",
      'DATA_DIR="/srv/a # b" # where',
      "export NEXTAUTH_URL = https://registry.example.org   # outside",
      "NEXTAUTH_SECRET='a=b#c'",
      "EMPTY=",
      "COMMENTED= # nothing",
      "not a setting",
    ].join("\r\n");
    expect(parseEnvironment(text)).toEqual({
      PORT: "3100",
      DATA_DIR: "/srv/a # b",
      NEXTAUTH_URL: "https://registry.example.org",
      NEXTAUTH_SECRET: "a=b#c",
      EMPTY: "",
      COMMENTED: "",
    });
  });

  it("keeps a # inside a value, such as a password in an address", () => {
    expect(parseEnvironment("DATABASE_URL=postgres://u:p#w@h/d")).toEqual({
      DATABASE_URL: "postgres://u:p#w@h/d",
    });
  });
});
