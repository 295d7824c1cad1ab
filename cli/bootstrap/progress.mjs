/** A mistake or lack that the person at the keyboard can mend: printed as one sentence, without a stack trace. */
export class Obstacle extends Error {}

/** Seconds or minutes since a moment, as a person reads them. */
export function elapsed(since) {
  const seconds = (Date.now() - since) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 100) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Prints `[2/5] Title …` with the time that passes while the work runs, and how it ended. */
export async function step({ number, of, title }, work) {
  const began = Date.now();
  const head = `[${number}/${of}] ${title}`;
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`${head} …`);
  else console.log(`${head} …`);
  const tick = setInterval(
    () => {
      if (live) process.stdout.write(`\r${head} … ${elapsed(began)} `);
      else console.log(`      still going, ${elapsed(began)}`);
    },
    live ? 1000 : 15_000,
  );
  try {
    const note = await work();
    const end = `${note ?? "done"} (${elapsed(began)})`;
    console.log(live ? `\r\u001b[2K${head}: ${end}` : `      ${end}`);
  } catch (error) {
    if (live) console.log(`\r\u001b[2K${head}: failed after ${elapsed(began)}`);
    throw error;
  } finally {
    clearInterval(tick);
  }
}

/** Runs a command's main function: an obstacle is told in one sentence, anything else with its stack; both end with exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Obstacle ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
