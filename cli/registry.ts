import { parseArgs } from "node:util";
import { type Arguments, type Command, UsageError } from "./command";
import { commands } from "./command-table";
import { explanation } from "./explain";
import { commandHelp, generalHelp } from "./help";

function argumentsOf(command: Command, rest: readonly string[]): Arguments {
  const { least, most } = command.positionals;
  let given: Arguments;
  try {
    given = parseArgs({ args: [...rest], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(/(?<=\.) /);
    throw new UsageError(sentence, { cause: error });
  }
  if (given.positionals.length < least) throw new UsageError(`${command.takes.split(" ")[0]} is needed.`);
  const surplus = given.positionals[most];
  if (surplus !== undefined) throw new UsageError(`“${surplus}” is not understood.`);
  return given;
}

/** Runs the command named first, and gives the exit code: 0 done, 1 refused or failed, 2 not understood. */
async function registry([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? console.error : console.log)(generalHelp());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((item) => item.name === name);
  if (!command) {
    console.error(`There is no command “${name}”.\n\n${generalHelp()}`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    console.log(commandHelp(command));
    return 0;
  }
  try {
    const given = argumentsOf(command, rest);
    await (await command.load()).run(given);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${commandHelp(command)}`);
      return 2;
    }
    console.error(explanation(error) ?? error);
    return 1;
  }
}

process.exitCode = await registry(process.argv.slice(2));
