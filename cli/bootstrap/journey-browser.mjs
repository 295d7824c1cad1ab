import { collect } from "./child.mjs";
import { baseEnvironment } from "./runtime.mjs";
import { typescript } from "./registry-command.mjs";

/** Finds a browser that really starts; in a process of its own, since unpacking one changes the environment. */
export async function findBrowser() {
  const [command, args] = typescript("e2e/browser.ts");
  const { code, output } = await collect(command, args, {
    env: baseEnvironment(),
    onLine: (line) => {
      if (!line.startsWith("{")) console.log(line);
    },
  });
  const answer = output.split("\n").find((line) => line.startsWith("{"));
  if (code !== 0 || !answer) return { ok: false, message: `Looking for a browser failed:\n${output.trim()}` };
  return JSON.parse(answer);
}
