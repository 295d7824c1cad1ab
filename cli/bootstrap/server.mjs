import { createServer } from "node:net";
import { installed, isStopping, start } from "./child.mjs";
import { elapsed, Obstacle } from "./progress.mjs";

const isFreeOn = (port, host) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });

/** The wished port, or the next one that nobody listens on. */
export async function freePort(wished) {
  for (let port = wished; port < wished + 200 && port < 65_536; port += 1)
    if (
      (await isFreeOn(port, "127.0.0.1")) &&
      (await isFreeOn(port, "::1")) &&
      (await isFreeOn(port, "0.0.0.0"))
    )
      return port;
  throw new Obstacle(`No free port from ${wished} on.`);
}

/** Starts the built application and waits until its sign-in page answers. */
export async function serve({ port, host, environment, onLine = () => undefined }) {
  const began = Date.now();
  const [command, args] = installed("next", ["start", "-p", String(port), "-H", host]);
  const { child, ended } = start(command, args, {
    env: { ...environment, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const last = [];
  let ready = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      if (ready) return onLine(text);
      last.push(text);
      return undefined;
    });
  }
  let over = false;
  void ended.then(() => (over = true));
  const address = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/sign-in`;
  while (!over && Date.now() - began < 90_000) {
    const status = await fetch(address, { redirect: "manual" }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status >= 200 && status < 400) {
      ready = true;
      return { child, ended };
    }
    await new Promise((resume) => setTimeout(resume, 150));
  }
  child.kill("SIGTERM");
  if (isStopping()) throw new Obstacle("Stopped.");
  throw new Obstacle(
    `The server did not answer at ${address} within ${elapsed(began)}:\n${last.join("").trim()}`,
  );
}
