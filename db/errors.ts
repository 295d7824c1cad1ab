/** Somebody else saved the row first: the version given is no longer the row's. */
export class StaleVersionError extends Error {
  override readonly name = "StaleVersionError";
  constructor(
    readonly table: string,
    readonly rowId: string,
  ) {
    super(`${table} ${rowId} was changed by somebody else`);
  }
}

/** The installation cannot run as it is configured; the message says what to do. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

const causes = (error: unknown): unknown[] => {
  const chain: unknown[] = [];
  for (let item = error; item instanceof Error && chain.length < 5; item = item.cause) chain.push(item);
  return chain;
};

const codeOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

/** True for a violated unique index or primary key, on either database. */
export function isUniqueViolation(error: unknown): boolean {
  return causes(error).some((item) =>
    ["23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"].includes(codeOf(item)),
  );
}

/** True for a PostgreSQL transaction that lost against another and may be tried again. */
export function isSerializationFailure(error: unknown): boolean {
  return causes(error).some((item) => ["40001", "40P01"].includes(codeOf(item)));
}

/** An error as a log may keep it: a failed query without its text and parameters, which may hold what somebody entered. */
export function loggableError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isQuery = error.message.startsWith("Failed query");
  const said = isQuery ? `query failed (${codeOf(error.cause) || "no code"})` : error.message;
  const trace = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${said}`, ...trace].join("\n");
}
