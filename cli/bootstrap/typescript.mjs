import { start } from "./child.mjs";
import { install } from "./install.mjs";
import { main } from "./progress.mjs";
import { typescript } from "./registry-command.mjs";
import { baseEnvironment } from "./runtime.mjs";

await main(async () => {
  const [file, ...args] = process.argv.slice(2);
  await install();
  const { ended } = start(...typescript(file, args), { env: baseEnvironment() });
  const { code } = await ended;
  process.exitCode = code;
});
