import { resolve } from "node:path";

/** A path as the operator typed it: npm runs commands in the checkout and says in INIT_CWD where it was typed. */
export function typedPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? "", path);
}
