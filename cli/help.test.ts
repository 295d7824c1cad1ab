import { describe, expect, it } from "vitest";
import { commands } from "./command-table";
import { commandHelp, generalHelp } from "./help";

describe("the help", () => {
  it.each(commands)("of $name names every option it takes", (command) => {
    const help = commandHelp(command);
    for (const option of Object.keys(command.options)) expect(help).toContain(`--${option}`);
    expect(generalHelp()).toContain(`  ${command.name} `);
  });
});
