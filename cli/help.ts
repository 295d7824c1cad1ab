import type { Command } from "./command";
import { commands } from "./command-table";

const run = "npm run -s registry --";

/** The help of one command. */
export function commandHelp(command: Command): string {
  const usage = `${run} ${command.name} ${command.takes}`.trimEnd();
  const sentence = `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`;
  const details = command.details.map((line) => `  ${line}`.trimEnd());
  return [usage, "", sentence, ...(details.length > 0 ? ["", ...details] : [])].join("\n");
}

/** The help of all commands. */
export function generalHelp(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    `${run} COMMAND [OPTIONS]`,
    "",
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    "",
    `${run} COMMAND --help tells more. DATABASE_URL says which registry.`,
    "Results go to stdout, errors to stderr. Exit codes: 0 done, 1 refused or failed, 2 not understood.",
  ].join("\n");
}
