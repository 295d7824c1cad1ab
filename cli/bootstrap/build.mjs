import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installed, must } from "./child.mjs";
import { baseEnvironment, root } from "./runtime.mjs";

const folders = ["app", "db", "lib", "public"];
const files = ["next.config.js", "next.config.mjs", "next.config.ts", "proxy.ts", "package-lock.json"];
const stampFile = join(root, ".next", "sequela-sources");

function* sourcesIn(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourcesIn(path);
    else if (!/\.test\.tsx?$|\.md$/.test(entry.name)) yield path;
  }
}

function hashOfSources(actionsKey) {
  const paths = [
    ...folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => [...sourcesIn(folder)]),
    ...files.filter((file) => existsSync(join(root, file))),
  ].toSorted((a, b) => (a < b ? -1 : 1));
  const hash = createHash("sha256").update(actionsKey);
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

/** A build must not read the registry it will serve: it gets an empty place of its own. */
const withoutRegistry = (environment, folder) => ({
  ...environment,
  NODE_ENV: "production",
  DATA_DIR: folder,
  DATABASE_URL: `file:${join(folder, "sequela.db")}`,
});

/** Builds for production where the sources changed since the last build; says in a few words what it did. */
export async function build(environment = baseEnvironment()) {
  const stamp = hashOfSources(environment.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp)
    return "unchanged since the last build";
  rmSync(stampFile, { force: true });
  const scratch = mkdtempSync(join(tmpdir(), "sequela-build-"));
  try {
    await must("Building", ...installed("next", ["build"]), { env: withoutRegistry(environment, scratch) });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  mkdirSync(join(root, ".next"), { recursive: true });
  writeFileSync(stampFile, stamp);
  return "built";
}
