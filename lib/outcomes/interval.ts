import { type CompletedDate, completedDate, dateOfDay } from "../crf/partial-date";

/** A day on which something happened, with the days it could have been where its date was partial. Day numbers since 1970-01-01. */
export type Moment = Pick<CompletedDate, "day" | "earliestDay" | "latestDay">;

/** Days in a month: 365.25 / 12. */
export const daysPerMonth = 30.4375;

/** Days as months of 30.4375 days. */
export function months(days: number): number {
  return days / daysPerMonth;
}

/** A moment known to the day. */
export function exactly(day: number): Moment {
  return { day, earliestDay: day, latestDay: day };
}

/** The moment of a date, or null where there is none. */
export function momentOf(date: string | null | undefined): Moment | null {
  return date ? completedDate(date) : null;
}

/** The ISO date of a moment, completed where it was partial. */
export function isoDate(moment: Moment): string {
  return dateOfDay(moment.day);
}

export type Interval = { readonly days: number; readonly minDays: number; readonly maxDays: number };

/** Days from one moment to another, end − start with no added day and never below 0, with the least and the most that partial dates allow. */
export function intervalOf(start: Moment, end: Moment): Interval {
  const notNegative = (days: number) => Math.max(0, days);
  return {
    days: notNegative(end.day - start.day),
    minDays: notNegative(end.earliestDay - start.latestDay),
    maxDays: notNegative(end.latestDay - start.earliestDay),
  };
}
