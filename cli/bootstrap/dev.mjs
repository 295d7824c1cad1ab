import { join } from "node:path";
import { installed, must, start } from "./child.mjs";
import { privateEnvironment, privateFolder } from "./environment.mjs";
import { install } from "./install.mjs";
import { optionsOf, portOf } from "./options.mjs";
import { main } from "./progress.mjs";
import { registry } from "./registry-command.mjs";
import { root } from "./runtime.mjs";
import { freePort } from "./server.mjs";

const help = `npm run dev [-- --port N]

Starts the application for developing, on a registry of its own in .data/dev.
Its first visit is the set-up page, which also offers the demonstration data.`;

await main(async () => {
  const options = optionsOf({ help, options: { port: { type: "string" } } });
  console.log(`Dependencies: ${await install()}`);
  const port = await freePort(portOf(options.port ?? "3000"));
  const environment = privateEnvironment(privateFolder(join(root, ".data", "dev")), port);
  await must("Updating the database", ...registry(["migrate"]), { env: environment });
  const [command, args] = installed("next", ["dev", "-p", String(port), "-H", "127.0.0.1"]);
  const { ended } = start(command, args, { env: { ...environment, NODE_ENV: "development" } });
  const { code } = await ended;
  process.exitCode = code === 130 || code === 143 ? 0 : code;
});
