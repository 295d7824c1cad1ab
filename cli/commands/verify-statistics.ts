import { existsSync } from "node:fs";
import { type Arguments, Refusal, textOf, UsageError } from "../command";
import { typedPath } from "../typed-path";
import { verifyStatistics } from "../verify-statistics";

/** Recomputes the reference cases and prints how far each deviates; fails on any deviation. */
export async function run(given: Arguments): Promise<void> {
  const format = textOf(given, "format");
  if (format !== "json" && format !== "text") throw new UsageError("--format is json or text.");
  const [folder] = given.positionals;
  if (folder !== undefined && !existsSync(typedPath(folder)))
    throw new Refusal(`The folder ${folder} cannot be read.`);
  const { text, json, passed } = verifyStatistics(folder === undefined ? undefined : typedPath(folder));
  console.log(format === "json" ? JSON.stringify(json, null, 2) : text.trimEnd());
  if (!passed) throw new Refusal("The statistics deviate from the reference cases.");
}
