import { spawn } from "node:child_process";
import { commandOf, root, runtimeNode } from "./runtime.mjs";
import { Obstacle } from "./progress.mjs";

const running = new Set();
let stopping = false;

const stopAll = (signal) => {
  if (stopping) return;
  stopping = true;
  for (const child of running) child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
  if (running.size === 0) process.exit(130);
};

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stopAll(signal));
process.on("exit", () => {
  for (const child of running) child.kill("SIGTERM");
});

/** True once somebody has asked this command to stop (Ctrl+C). */
export const isStopping = () => stopping;

/** Starts a child that is ended with this process. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
  running.add(child);
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, error }));
    child.once("close", (code, signal) => resolve({ code: code ?? (signal ? 130 : 1) }));
  }).then((end) => {
    running.delete(child);
    return end;
  });
  return { child, ended };
}

/** Runs a child to its end and collects what it prints; `onLine` sees each line as it comes. */
export async function collect(command, args, { onLine, ...options } = {}) {
  const { child, ended } = start(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      output += text;
      if (onLine) for (const line of text.split("\n")) if (line.trim()) onLine(line);
    });
  }
  const { code, error } = await ended;
  return { code, output: error ? `${output}${error.message}\n` : output };
}

/** Runs a child to its end; where it fails, throws its last lines with a sentence that says what was being done. */
export async function must(doing, command, args, options = {}) {
  const { code, output } = await collect(command, args, options);
  if (code === 0) return output;
  if (stopping) throw new Obstacle("Stopped.");
  throw new Obstacle(`${doing} failed (exit code ${code}):\n${shortened(output)}`);
}

function shortened(output) {
  const lines = output.trim().split("\n");
  return (lines.length <= 60 ? lines : [...lines.slice(0, 30), "…", ...lines.slice(-30)]).join("\n");
}

/** The command and arguments that run an installed package's command on the registry's Node. */
export const installed = (packageName, args, command) => [
  runtimeNode(),
  [commandOf(packageName, command), ...args],
];
