import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "./child.mjs";
import { root } from "./runtime.mjs";

const packagesIn = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/** True where node_modules holds what the lockfile asks for. */
export function isInstalled() {
  const state = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(state)) return false;
  const present = packagesIn(state);
  return Object.entries(packagesIn(join(root, "package-lock.json"))).every(
    ([path, wanted]) => path === "" || wanted.optional || present[path]?.version === wanted.version,
  );
}

/** Installs the dependencies of the lockfile where they are absent or others; says in a few words what it did. */
export async function install() {
  useGitHooks();
  if (isInstalled()) return "already installed";
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ["npm"];
  await must("Installing the dependencies (npm ci)", command, [...first, "ci", "--no-progress"], {
    env: { ...process.env, NODE_ENV: "development" },
  });
  return "installed from the lockfile";
}

function useGitHooks() {
  if (!existsSync(join(root, ".git"))) return;
  const git = (...args) => spawnSync("git", args, { cwd: root, encoding: "utf8" });
  if (git("config", "core.hooksPath").stdout?.trim() !== ".githooks")
    git("config", "core.hooksPath", ".githooks");
}
