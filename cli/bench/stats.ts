import { pathToFileURL } from "node:url";
import { coxRegression } from "../../lib/stats/cox-regression";
import { kaplanMeier } from "../../lib/stats/kaplan-meier";
import { logRank } from "../../lib/stats/log-rank";
import { survivalLimits } from "../../lib/stats/survival-limits";
import { medianSurvival } from "../../lib/stats/survival-quantile";
import { type GeneratedSample, generatedSample } from "./survival/generated-sample";
import { rSession } from "./survival/r-session";

type Task = {
  readonly label: string;
  /** The functions of R it is measured against. */
  readonly against: readonly string[];
  readonly ours: (sample: GeneratedSample) => unknown;
  /** A bare scan of the columns it needs. */
  readonly floor: (sample: GeneratedSample) => number;
};

const total = (columns: readonly ArrayLike<number>[]): number => {
  let sum = 0;
  for (const column of columns) for (let row = 0; row < column.length; row += 1) sum += column[row] ?? 0;
  return sum;
};

const tasks: readonly Task[] = [
  {
    label: "Kaplan–Meier with limits and median",
    against: ["survfit"],
    ours: ({ days, events }) => {
      const curve = kaplanMeier(days, events);
      return [survivalLimits(curve, "log-log"), medianSurvival(curve, "log-log")];
    },
    floor: ({ days, events }) => total([days, events]),
  },
  {
    label: "log-rank, 3 groups",
    against: ["survdiff"],
    ours: ({ days, events, groups }) => logRank({ times: days, events, groups }),
    floor: ({ days, events, groups }) => total([days, events, groups]),
  },
  {
    label: "Cox, 3 covariates, Efron",
    against: ["coxph", "coxph.fit"],
    ours: ({ days, events, age, sex, risk }) =>
      coxRegression({
        times: days,
        events,
        covariates: [
          { name: "age", values: age },
          { name: "sex", values: sex },
          { name: "risk", values: risk },
        ],
      }),
    floor: ({ days, events, age, sex, risk }) => total([days, events, age, sex, risk]),
  },
];

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds of one run, as the mean of so many. */
function timed(work: () => unknown, repeats: number): number {
  const start = performance.now();
  for (let run = 0; run < repeats; run += 1) work();
  return (performance.now() - start) / repeats;
}

export type BenchOptions = { readonly sizes: readonly number[]; readonly rounds: number };

/** Prints, for every size and task, our time, R's on the same data in alternation, their ratio, the floor, and the memory taken. */
export async function benchStatistics(
  { sizes, rounds }: BenchOptions,
  print: (line: string) => void = console.log,
): Promise<void> {
  for (const n of sizes) {
    const sample = generatedSample(n);
    const memoryBefore = process.memoryUsage().rss;
    const session = await rSession(sample);
    print(
      session
        ? `n = ${n}, R with survival ${session.version}`
        : `n = ${n}, R is not installed: ours against the floor only`,
    );
    for (const task of tasks) {
      const repeats = Math.max(3, Math.round(1_000_000 / n));
      timed(() => task.ours(sample), repeats);
      timed(() => task.floor(sample), repeats);
      const rRepeats = Math.max(1, Math.round(20_000 / n));
      const ours: number[] = [];
      const floor: number[] = [];
      const theirs = new Map(task.against.map((name): [string, number[]] => [name, []]));
      for (let round = 0; round < rounds; round += 1) {
        ours.push(timed(() => task.ours(sample), repeats));
        floor.push(timed(() => task.floor(sample), repeats));
        if (session) for (const [name, times] of theirs) times.push(await session.run(name, rRepeats));
      }
      print(lineOf(task, { ours: median(ours), floor: median(floor), theirs }));
    }
    session?.close();
    const megabytes = (process.memoryUsage().rss - memoryBefore) / 2 ** 20;
    print(`  resident memory above the input: ${megabytes.toFixed(0)} MB\n`);
  }
}

type Measured = {
  readonly ours: number;
  readonly floor: number;
  readonly theirs: ReadonlyMap<string, readonly number[]>;
};

function lineOf({ label }: Task, { ours, floor, theirs }: Measured): string {
  const compared = [...theirs].flatMap(([name, times]) => {
    const theirTime = median(times);
    return times.length === 0
      ? []
      : [`${name} ${theirTime.toFixed(1)} ms, ratio ${(theirTime / ours).toFixed(1)}`];
  });
  const own = `${label}: ${ours.toFixed(3)} ms, floor ${floor.toFixed(3)} ms (${(ours / floor).toFixed(1)}×)`;
  return `  ${[own, ...compared].join("; ")}`;
}

/** Options of a command line: --n 1e3,1e4 and --rounds 5. */
export function benchOptions(words: readonly string[]): BenchOptions {
  const valueOf = (name: string) => words[words.indexOf(name) + 1];
  const sizes = words.includes("--n") ? (valueOf("--n") ?? "").split(",").map(Number) : [1e3, 1e4, 1e5, 1e6];
  return { sizes, rounds: words.includes("--rounds") ? Number(valueOf("--rounds")) : 5 };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchStatistics(benchOptions(process.argv.slice(2)));
