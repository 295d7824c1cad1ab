import { collect, installed, isStopping } from "./child.mjs";
import { install } from "./install.mjs";
import { elapsed, main } from "./progress.mjs";
import { typescript } from "./registry-command.mjs";
import { baseEnvironment } from "./runtime.mjs";

const checks = [
  {
    name: "format",
    mend: "npm run format",
    commands: () => [installed("prettier", ["--check", "--log-level=warn", "."])],
  },
  { name: "lint", commands: () => [installed("oxlint", ["--type-aware", "--deny-warnings"])] },
  {
    name: "types",
    commands: () => [installed("next", ["typegen"]), installed("typescript", ["--noEmit"], "tsc")],
  },
  {
    name: "units",
    commands: () => [installed("vitest", ["run", "--project=pure", "--project=sqlite", "--reporter=dot"])],
  },
  { name: "migrations", commands: () => [typescript("cli/migrations-in-step.ts")] },
];

async function passes({ name, mend, commands }) {
  const began = Date.now();
  for (const [command, args] of commands()) {
    const { code, output } = await collect(command, args, {
      env: { ...baseEnvironment(), TEST_POSTGRES_URL: "" },
    });
    if (code === 0) continue;
    console.log(`failed  ${name} (${elapsed(began)})${mend ? `: ${mend} mends it` : ""}\n${output.trim()}\n`);
    return false;
  }
  console.log(`ok      ${name} (${elapsed(began)})`);
  return true;
}

await main(async () => {
  await install();
  const outcomes = [];
  for (const check of checks) if (!isStopping()) outcomes.push(await passes(check));
  const passed = outcomes.filter(Boolean).length;
  console.log(`\n${passed} of ${checks.length} checks passed`);
  if (passed < checks.length) process.exitCode = 1;
});
