import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { GeneratedSample } from "./generated-sample";

/** R, waiting with a sample in its memory: runs a task so many times and answers with the milliseconds each took. */
export type RSession = {
  readonly version: string;
  readonly run: (task: string, repeats: number) => Promise<number>;
  readonly close: () => void;
};

const script = fileURLToPath(new URL("r-session.R", import.meta.url));

/** Starts R on a sample; null where R, or its survival package, is not installed. */
export async function rSession(sample: GeneratedSample): Promise<RSession | null> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  for (const [name, column] of Object.entries(sample)) writeFileSync(join(folder, name), column);
  const child = spawn("Rscript", [script, String(sample.days.length), folder], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = new Promise<null>((resolve) => child.once("error", () => resolve(null)));
  const answer = async () => {
    const line = await Promise.race([lines.next(), failed]);
    return line === null || line.done ? null : line.value.trim();
  };
  const version = await answer();
  if (version === null) {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    version,
    async run(task, repeats) {
      child.stdin.write(`${task} ${repeats}\n`);
      const milliseconds = Number(await answer());
      if (!(milliseconds >= 0)) throw new Error(`R did not finish ${task}`);
      return milliseconds;
    },
    close() {
      child.stdin.end();
      rmSync(folder, { recursive: true });
    },
  };
}
