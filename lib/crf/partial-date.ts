/** An ISO 8601 date that may lack its day or its month: `2009`, `2009-03` or `2009-03-14`. Never a JavaScript Date. */
const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Number of days in a month of the proleptic Gregorian calendar; month from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True for `YYYY`, `YYYY-MM` or `YYYY-MM-DD` that exists in the calendar, years 1900 to 2199. */
export function isPartialDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), match[2] && Number(match[2]), match[3] && Number(match[3])];
  if (year < 1900 || year > 2199) return false;
  if (typeof month === "number" && (month < 1 || month > 12)) return false;
  return !(
    typeof month === "number" &&
    typeof day === "number" &&
    (day < 1 || day > daysInMonth(year, month))
  );
}

/** True for a date with its day. */
export function isFullDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

const pad = (value: number) => String(value).padStart(2, "0");

/** The first and the last day a partial date can mean, as full ISO dates. */
export function dateBounds(text: string): { readonly earliest: string; readonly latest: string } {
  if (!isPartialDate(text)) throw new RangeError(`not a date: ${text}`);
  if (text.length === 10) return { earliest: text, latest: text };
  if (text.length === 4) return { earliest: `${text}-01-01`, latest: `${text}-12-31` };
  const last = daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
  return { earliest: `${text}-01`, latest: `${text}-${pad(last)}` };
}

/** Days since 1970-01-01 of a full ISO date (Howard Hinnant, days_from_civil). */
export function dayNumber(fullDate: string): number {
  if (!isFullDate(fullDate)) throw new RangeError(`not a full date: ${fullDate}`);
  const month = Number(fullDate.slice(5, 7));
  const year = Number(fullDate.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(fullDate.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The full ISO date of a day number: the inverse of `dayNumber`. */
export function dateOfDay(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return `${yearOfEra + era * 400 + (month <= 2 ? 1 : 0)}-${pad(month)}-${pad(day)}`;
}

export type CompletionRule = "as entered" | "day 15 of the month" | "1 July of the year";

/** A partial date completed for analysis, with the rule that did it and the days it could have been. Day numbers since 1970-01-01. */
export type CompletedDate = {
  readonly day: number;
  readonly rule: CompletionRule;
  readonly earliestDay: number;
  readonly latestDay: number;
};

/** Completes a date for analysis: full dates as entered, a missing day becomes the 15th, a missing month 1 July. */
export function completedDate(text: string): CompletedDate {
  const { earliest, latest } = dateBounds(text);
  const bounds = { earliestDay: dayNumber(earliest), latestDay: dayNumber(latest) };
  if (text.length === 10) return { day: bounds.earliestDay, rule: "as entered", ...bounds };
  if (text.length === 7) return { day: dayNumber(`${text}-15`), rule: "day 15 of the month", ...bounds };
  return { day: dayNumber(`${text}-07-01`), rule: "1 July of the year", ...bounds };
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date as it is read: `14 Mar 2009`, `Mar 2009`, `2009`. */
export function dateText(text: string): string {
  const [year, month, day] = text.split("-");
  const name = month ? (monthNames[Number(month) - 1] ?? month) : "";
  return [day ? String(Number(day)) : "", name, year].filter(Boolean).join(" ");
}

export type TypedDate =
  { readonly ok: true; readonly date: string } | { readonly ok: false; readonly reason: string };

const monthOf = (word: string) =>
  monthNames.findIndex((name) => word.slice(0, 3).toLowerCase() === name.toLowerCase()) + 1;

/** A date somebody typed: ISO, `14 mar 2009`, `mar 2009`, `03/2009`, `2009`, `14.3.2009`, or `t` for today; `03/04/2009` is refused with its two readings. */
export function typedDate(input: string, today: string): TypedDate {
  const typed = input.trim().toLowerCase();
  const accept = (date: string): TypedDate =>
    isPartialDate(date)
      ? { ok: true, date }
      : { ok: false, reason: `${input.trim()} is not a day of the calendar.` };
  if (typed === "t" || typed === "today") return accept(today);
  if (pattern.test(typed)) return accept(typed);
  const named = /^(?:(\d{1,2})[ .-]+)?([a-z]{3,9})[ .,-]+(\d{4})$/.exec(typed);
  if (named?.[2] && named[3] && monthOf(named[2]) > 0) {
    const month = pad(monthOf(named[2]));
    return accept(named[1] ? `${named[3]}-${month}-${pad(Number(named[1]))}` : `${named[3]}-${month}`);
  }
  const monthYear = /^(\d{1,2})[/.](\d{4})$/.exec(typed);
  if (monthYear) return accept(`${monthYear[2]}-${pad(Number(monthYear[1]))}`);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed);
  if (dotted) return accept(`${dotted[3]}-${pad(Number(dotted[2]))}-${pad(Number(dotted[1]))}`);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(typed);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    const dayFirst = `${slashed[3]}-${pad(second)}-${pad(first)}`;
    const monthFirst = `${slashed[3]}-${pad(first)}-${pad(second)}`;
    if (first === second || !isPartialDate(monthFirst)) return accept(dayFirst);
    if (!isPartialDate(dayFirst)) return accept(monthFirst);
    return {
      ok: false,
      reason: `${input.trim()} could be ${dateText(dayFirst)} or ${dateText(monthFirst)}: type the month as a word.`,
    };
  }
  return { ok: false, reason: "Type a date as 14 mar 2009, 2009-03-14, 03/2009, 2009, or t for today." };
}
