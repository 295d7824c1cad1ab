import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runtimeNode } from "./runtime.mjs";

/** The command and arguments that run a TypeScript file of the checkout on the registry's Node. */
export const typescript = (file, args = []) => [
  runtimeNode(),
  [
    "--import",
    pathToFileURL(join(root, "node_modules", "tsx", "dist", "loader.mjs")).href,
    join(root, file),
    ...args,
  ],
];

/** The command and arguments of the operators' command line, `cli/registry.ts`. */
export const registry = (args) => typescript("cli/registry.ts", args);
