import { parseArgs } from "node:util";
import { Obstacle } from "./progress.mjs";

/** The options a command was given, or its help and the end of the process. */
export function optionsOf({ help, options, allowPositionals = false }) {
  let parsed;
  try {
    parsed = parseArgs({ options: { ...options, help: { type: "boolean", short: "h" } }, allowPositionals });
  } catch (error) {
    throw new Obstacle(`${error.message}\n\n${help}`);
  }
  if (parsed.values.help) {
    console.log(help);
    process.exit(0);
  }
  return { ...parsed.values, positionals: parsed.positionals };
}

/** A port number, or an obstacle. */
export function portOf(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Obstacle(`“${text}” is no port number.`);
  return port;
}

/** Columns of text under each other, as wide as their widest cell. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column]))
          .join("   ")
          .trimEnd()}`,
    )
    .join("\n");
}
