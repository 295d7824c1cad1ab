/** Thrown for data no estimator can use: it names the argument and, where one row is at fault, that row counted from 1. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly argument: string;
  readonly row: number | null;

  constructor(argument: string, row: number | null, problem: string) {
    super(row === null ? `${argument}: ${problem}` : `${argument}, row ${row}: ${problem}`);
    this.argument = argument;
    this.row = row;
  }
}

/** Refuses columns of different lengths, naming the first row that lacks a value. */
export function checkLengths(columns: Readonly<Record<string, ArrayLike<unknown> | undefined>>): void {
  const given = Object.entries(columns).flatMap(([name, column]) =>
    column ? [{ name, size: column.length }] : [],
  );
  const longest = Math.max(0, ...given.map(({ size }) => size));
  const short = given.find(({ size }) => size < longest);
  if (short)
    throw new InputError(short.name, short.size + 1, `has no value; the columns need ${longest} each`);
}

/** Refuses a time that is negative, infinite or not a number. */
export function checkTimes(times: ArrayLike<number>, argument = "times"): void {
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? Number.NaN;
    if (!(time >= 0 && time < Infinity))
      throw new InputError(argument, index + 1, `a time must be a finite number, 0 or more, not ${time}`);
  }
}

/** Refuses an event flag other than 0 or 1. */
export function checkEvents(events: ArrayLike<number>, argument = "events"): void {
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (event !== 0 && event !== 1)
      throw new InputError(argument, index + 1, `an event must be 0 (censored) or 1 (event), not ${event}`);
  }
}

/** Refuses times and events that are not a survival sample. */
export function checkSample(times: ArrayLike<number>, events: ArrayLike<number>): void {
  checkLengths({ times, events });
  checkTimes(times);
  checkEvents(events);
}

/** Refuses a confidence level outside 0 to 1. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new InputError("level", null, `must lie between 0 and 1, not ${level}`);
}

/** Refuses anything but a whole number, 0 or more. */
export function checkCount(count: number, argument: string, row: number | null = null): void {
  if (!Number.isInteger(count) || count < 0)
    throw new InputError(argument, row, `must be a whole number, 0 or more, not ${count}`);
}

/** Refuses a value that is infinite or not a number. */
export function checkNumbers(values: ArrayLike<number>, argument = "values"): void {
  for (let index = 0; index < values.length; index += 1)
    if (!Number.isFinite(values[index]))
      throw new InputError(argument, index + 1, `must be a finite number, not ${values[index]}`);
}
