import { existsSync } from "node:fs";
import { join } from "node:path";
import { start } from "./child.mjs";
import { configuredEnvironment } from "./environment.mjs";
import { main, Obstacle } from "./progress.mjs";
import { registry } from "./registry-command.mjs";
import { root } from "./runtime.mjs";

await main(async () => {
  if (!existsSync(join(root, "node_modules", "tsx")))
    throw new Obstacle("The dependencies are not installed yet: run npm ci first.");
  const environment = { INIT_CWD: process.cwd(), ...configuredEnvironment() };
  const { ended } = start(...registry(process.argv.slice(2)), { env: environment });
  const { code } = await ended;
  process.exitCode = code;
});
