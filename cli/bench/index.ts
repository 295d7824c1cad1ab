import { readdirSync } from "node:fs";

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== "index.ts" && !file.endsWith(".test.ts"))
  .map((file) => file.replace(/\.ts$/, ""));
const [name = "", ...rest] = process.argv.slice(2);

if (names.includes(name)) {
  process.argv = [process.argv[0] ?? "node", `${import.meta.dirname}/${name}.ts`, ...rest];
  await import(`./${name}.ts`);
} else {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(", ") || "(none yet)"}`);
  process.exitCode = 2;
}
