import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Obstacle } from "./progress.mjs";

/** The folder of the checkout. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

const oldest = [22, 14];

const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
};

const installedNode = join(root, "node_modules", ".bin", "node");
let found;

/** The Node that runs the registry: the one npm installed with it, else the machine's own if it is new enough. */
export function runtimeNode() {
  found ??= findNode();
  return found;
}

function findNode() {
  if (existsSync(installedNode)) {
    const { status, stdout } = spawnSync(installedNode, ["--version"], { encoding: "utf8" });
    if (status === 0 && isNewEnough(stdout)) return installedNode;
  }
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Obstacle(
    `Sequela runs on Node ${oldest.join(".")} or newer; this machine has ${process.versions.node} and npm installed no newer one for it. Please install Node 24.`,
  );
}

/** The script behind a command of an installed package, to be run by `runtimeNode`. */
export function commandOf(packageName, command = packageName) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/** This process's environment with the registry's Node first on the path, and no telemetry. */
export function baseEnvironment() {
  const path = [join(root, "node_modules", ".bin"), dirname(runtimeNode()), process.env.PATH ?? ""];
  return { ...process.env, PATH: path.join(delimiter), NEXT_TELEMETRY_DISABLED: "1" };
}
