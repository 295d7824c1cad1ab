import { build } from "./build.mjs";
import { must } from "./child.mjs";
import { configuredEnvironment, keptSecret, privateFolder } from "./environment.mjs";
import { install } from "./install.mjs";
import { optionsOf, portOf } from "./options.mjs";
import { main, Obstacle, step } from "./progress.mjs";
import { registry } from "./registry-command.mjs";
import { freePort, serve } from "./server.mjs";

const help = `npm start

Starts the registry for real work. Reads its settings from the environment and from .env:
DATABASE_URL, DATA_DIR, PORT, HOST, NEXTAUTH_URL, NEXTAUTH_SECRET; .env.example describes each.`;

/** The settings of this installation with what follows from the others filled in. */
function settings() {
  const written = configuredEnvironment();
  const folder = privateFolder(written.DATA_DIR ?? ".data");
  const port = portOf(written.PORT ?? "3000");
  return {
    ...written,
    DATA_DIR: folder,
    DATABASE_URL: written.DATABASE_URL ?? `file:${folder}/sequela.db`,
    PORT: String(port),
    HOST: written.HOST ?? "127.0.0.1",
    NEXTAUTH_SECRET: written.NEXTAUTH_SECRET ?? keptSecret(folder),
  };
}

await main(async () => {
  optionsOf({ help, options: {} });
  const of = 4;
  await step({ number: 1, of, title: "Dependencies" }, install);
  const environment = settings();
  const port = Number(environment.PORT);
  if ((await freePort(port)) !== port)
    throw new Obstacle(`Somebody listens on port ${port} already: stop that program or set PORT.`);
  await step({ number: 2, of, title: "Database" }, async () => {
    await must("Updating the database", ...registry(["migrate"]), { env: environment });
    return "up to date";
  });
  await step({ number: 3, of, title: "Application" }, () => build(environment));
  let server;
  await step({ number: 4, of, title: "Server" }, async () => {
    const onLine = (text) => process.stdout.write(text);
    server = await serve({ port, host: environment.HOST, environment, onLine });
    return "answers";
  });
  console.log(
    `\nSequela: ${environment.NEXTAUTH_URL ?? `http://localhost:${port}`}\nAn empty registry asks at the first visit who its administrator is.`,
  );
  const { code } = await server.ended;
  process.exitCode = code === 130 || code === 143 ? 0 : code;
});
