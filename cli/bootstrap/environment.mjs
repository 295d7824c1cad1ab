import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { baseEnvironment, root } from "./runtime.mjs";

/** The settings of an environment file: NAME=value lines, with # comments and optional quotes. */
export function parseEnvironment(text) {
  const settings = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match) continue;
    const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(match[2]);
    settings[match[1]] = quoted ? quoted[2] : match[2].replace(/(^|\s)#.*$/, "").trim();
  }
  return settings;
}

/** The environment of an installation: what `.env` says where the process's own environment says nothing. */
export function configuredEnvironment() {
  const file = join(root, ".env");
  const written = existsSync(file) ? parseEnvironment(readFileSync(file, "utf8")) : {};
  const given = Object.entries(baseEnvironment()).filter(([, value]) => value !== "");
  return {
    ...Object.fromEntries(Object.entries(written).filter(([, value]) => value !== "")),
    ...Object.fromEntries(given),
  };
}

/** Makes a folder that only its owner can enter. */
export function privateFolder(path) {
  const folder = resolve(root, path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

/** The secret kept in a folder, made at the first call; only its owner can read it. */
export function keptSecret(folder) {
  const file = join(folder, "secret");
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** The environment of a private installation in a folder: its own database and secret, and nothing of what `.env` says of them. */
export function privateEnvironment(folder, port) {
  return {
    ...baseEnvironment(),
    DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, "sequela.db")}`,
    NEXTAUTH_SECRET: keptSecret(folder),
    NEXTAUTH_URL: "",
    PORT: String(port),
  };
}
