import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { must } from "./child.mjs";
import { privateEnvironment, privateFolder } from "./environment.mjs";
import { install } from "./install.mjs";
import { optionsOf, portOf, table } from "./options.mjs";
import { main, step } from "./progress.mjs";
import { registry } from "./registry-command.mjs";
import { root } from "./runtime.mjs";
import { freePort, serve } from "./server.mjs";

const help = `npm run demo [-- --reset] [--port N] [--host ADDRESS]

Starts the demonstration registry: 60 synthetic patients, kept in .data/demo.

  --reset          deletes .data/demo and starts over
  --port N         listens there instead of 3000; the next free port is taken if somebody listens already
  --host ADDRESS   listens on this address of the machine instead of 127.0.0.1`;

const folder = join(root, ".data", "demo");
const accountsFile = join(folder, "accounts.json");

/** Makes the demonstration registry where it is absent or was left half made, and brings its tables up to date. */
async function prepareRegistry(environment) {
  if (existsSync(accountsFile)) {
    await must("Updating the database", ...registry(["migrate"]), { env: environment });
    return "kept as you left it";
  }
  for (const ending of ["", "-wal", "-shm"]) rmSync(join(folder, `sequela.db${ending}`), { force: true });
  await must("Creating the database", ...registry(["migrate"]), { env: environment });
  await must("Loading the demonstration registry", ...registry(["load-demonstration"]), { env: environment });
  return "demonstration registry loaded";
}

function tellAccounts(address) {
  const accounts = JSON.parse(readFileSync(accountsFile, "utf8"));
  const rows = accounts.map(({ role, username, password }) => [role, username, password]);
  console.log(`\nSequela, demonstration registry: ${address}\n`);
  console.log(table([["role", "user name", "password"], ...rows]));
  console.log("\nThe data are synthetic. What you enter is kept in .data/demo. Ctrl+C stops the server.");
}

await main(async () => {
  const options = optionsOf({
    help,
    options: { reset: { type: "boolean" }, port: { type: "string" }, host: { type: "string" } },
  });
  const wished = portOf(options.port ?? "3000");
  const of = 5;
  if (options.reset && existsSync(folder)) {
    rmSync(folder, { recursive: true });
    console.log("Deleted .data/demo and everything entered there.");
  }
  await step({ number: 1, of, title: "Dependencies" }, install);
  let environment;
  let port;
  await step({ number: 2, of, title: "Folder, secret and port" }, async () => {
    port = await freePort(wished);
    environment = privateEnvironment(privateFolder(folder), port);
    return port === wished ? `.data/demo, port ${port}` : `.data/demo, port ${port} since ${wished} is taken`;
  });
  await step({ number: 3, of, title: "Database" }, () => prepareRegistry(environment));
  await step({ number: 4, of, title: "Application" }, () => build());
  let server;
  await step({ number: 5, of, title: "Server" }, async () => {
    const onLine = (text) => process.stderr.write(text);
    server = await serve({ port, host: options.host ?? "127.0.0.1", environment, onLine });
    return "answers";
  });
  tellAccounts(`http://localhost:${port}`);
  await server.ended;
  console.log("\nStopped. npm run demo starts it again with what was entered.");
});
