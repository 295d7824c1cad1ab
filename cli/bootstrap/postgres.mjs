import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { start } from "./child.mjs";
import { Obstacle } from "./progress.mjs";
import { freePort } from "./server.mjs";

/** The folder of PostgreSQL's server programs, the newest first, or null where there is none. */
export function postgresPrograms() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return (
    folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ??
    null
  );
}

/** PostgreSQL refuses to run as root: the account it runs as then, or nothing where this process is no root. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account =
    accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody");
  if (!account)
    throw new Obstacle("PostgreSQL does not run as root, and there is no account postgres or nobody.");
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** Starts a private PostgreSQL server on loopback, in a folder that `stop` removes; quick rather than crash-safe. */
export async function startPostgres() {
  const programs = postgresPrograms();
  if (!programs) return null;
  const account = unprivileged();
  const folder = mkdtempSync(join(account.uid === undefined ? tmpdir() : "/tmp", "sequela-postgres-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", remove);
  const password = randomBytes(18).toString("hex");
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined)
    for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
  const data = join(folder, "data");
  const options = {
    ...account,
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", HOME: folder },
  };
  const made = spawnSync(
    join(programs, "initdb"),
    [
      "-D",
      data,
      "-U",
      "sequela",
      "-A",
      "scram-sha-256",
      `--pwfile=${passwordFile}`,
      "-E",
      "UTF8",
      "--locale=C",
      "--no-sync",
    ],
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Obstacle(`initdb failed:\n${made.stderr}`);
  const port = await freePort(54_320 + Math.floor(Math.random() * 1000));
  const settings = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off" };
  const quick = { synchronous_commit: "off", full_page_writes: "off", max_connections: 200 };
  const flags = Object.entries({ ...settings, ...quick }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const { child, ended } = start(join(programs, "postgres"), ["-D", data, ...flags], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await isReady(child, ended);
  return {
    url: `postgres://sequela:${password}@127.0.0.1:${port}/postgres`,
    version: /\d+(\.\d+)?/.exec(
      spawnSync(join(programs, "postgres"), ["--version"], { ...options, encoding: "utf8" }).stdout,
    )?.[0],
    stop: async () => {
      child.kill("SIGINT");
      await ended;
      remove();
    },
  };
}

function isReady(child, ended) {
  return new Promise((resolve, reject) => {
    let log = "";
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text) => {
      if (log.length < 20_000) log += text;
      if (log.includes("ready to accept connections")) resolve();
    });
    void ended.then(() => reject(new Obstacle(`PostgreSQL did not start:\n${log}`)));
  });
}
