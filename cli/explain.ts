import { Refusal, UsageError } from "./command";

const causesOf = (error: unknown): Error[] => {
  const chain: Error[] = [];
  for (let item = error; item instanceof Error && chain.length < 6; item = item.cause) {
    chain.push(item);
    if (item instanceof AggregateError) chain.push(...item.errors.filter((part) => part instanceof Error));
  }
  return chain;
};

type Known = { readonly codes: readonly string[]; readonly says: string };

const known: readonly Known[] = [
  {
    codes: [
      "ECONNREFUSED",
      "ENOTFOUND",
      "EAI_AGAIN",
      "ETIMEDOUT",
      "ECONNRESET",
      "CONNECT_TIMEOUT",
      "EHOSTUNREACH",
    ],
    says: "The database of DATABASE_URL cannot be reached.",
  },
  { codes: ["28P01", "28000"], says: "The database refuses the user or the password of DATABASE_URL." },
  { codes: ["3D000"], says: "The server of DATABASE_URL has no such database." },
  {
    codes: ["SQLITE_CANTOPEN", "SQLITE_NOTADB", "SQLITE_READONLY"],
    says: "The file of DATABASE_URL cannot be opened as a database.",
  },
  { codes: ["SQLITE_BUSY"], says: "Another process is writing to the database. Try again." },
  { codes: ["42P01"], says: "The database has no tables yet: run npm run -s registry -- migrate first." },
  { codes: ["42703"], says: "The tables are of an older version: run npm run -s registry -- migrate first." },
  { codes: ["EACCES", "EPERM"], says: "A file or folder may not be read or written by this user." },
  {
    codes: ["ENOTDIR", "EEXIST", "EISDIR"],
    says: "A path names a file where a folder is needed, or the reverse.",
  },
  { codes: ["ENOSPC"], says: "There is no space left on the disk." },
];

const migrations: readonly (readonly [RegExp, string])[] = [
  [/no such table/i, "42P01"],
  [/no such column|has no column named/i, "42703"],
];

/** What the operator is told of an error, or null where it is a defect of the program and not a mistake of anybody's. */
export function explanation(error: unknown): string | null {
  const causes = causesOf(error);
  const told = causes.find(
    (item) =>
      item instanceof Refusal ||
      item instanceof UsageError ||
      item.name === "ConfigurationError" ||
      (item instanceof TypeError && item.message.startsWith("DATABASE_URL")),
  );
  if (told) return told.message;
  for (const item of causes) {
    const said = migrations.find(([pattern]) => pattern.test(item.message))?.[1];
    const code = said ?? ("code" in item ? String(item.code) : "");
    const match = known.find(({ codes }) => codes.includes(code));
    if (match) return match.says;
  }
  return null;
}
