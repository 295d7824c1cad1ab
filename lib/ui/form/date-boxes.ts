import { isPartialDate, typedDate } from "../../crf/partial-date";

/** The three boxes of a date, as typed. */
export type DateBoxes = { readonly day: string; readonly month: string; readonly year: string };

export type BoxName = keyof DateBoxes;

export const boxNames = ["day", "month", "year"] as const satisfies readonly BoxName[];

const pad = (value: string) => value.padStart(2, "0");
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** An ISO date in its boxes; text that is no date stays together in the first. */
export function boxesOf(text: string): DateBoxes {
  if (!isPartialDate(text)) return { day: text, month: "", year: "" };
  const [year = "", month = "", day = ""] = text.split("-");
  return { day, month, year };
}

const monthNumber = (month: string): string => {
  if (/^\d{1,2}$/.test(month)) return pad(month);
  const index = month.length < 3 ? -1 : months.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? month : pad(String(index + 1));
};

const isWhole = (box: string, today: string) =>
  !/^\d{1,4}$/.test(box) && (typedDate(box, today).ok || /[./-]\d+[./-]|\d[ .-]+[a-z]/i.test(box));

/** The text the three boxes make: a whole date typed or pasted into one of them, an ISO date from their parts, or what stands there, for the schema to refuse. */
export function dateOfBoxes(boxes: DateBoxes, today: string): string {
  const [day, month, year] = [boxes.day.trim(), boxes.month.trim(), boxes.year.trim()];
  const whole = [day, month, year].find((box) => box !== "" && isWhole(box, today));
  if (whole !== undefined) return whole;
  const number = monthNumber(month);
  const complete = /^\d{4}$/.test(year) && (month === "" || /^\d{2}$/.test(number));
  if (complete && month === "" && day === "") return year;
  if (complete && month !== "") return [year, number, ...(day ? [pad(day)] : [])].join("-");
  return [day, month, year].filter(Boolean).join(" ");
}

/** The boxes once somebody leaves them: a whole date is spread over the three, a month's name becomes its number. */
export function settledBoxes(boxes: DateBoxes, today: string): DateBoxes {
  const read = typedDate(dateOfBoxes(boxes, today), today);
  return read.ok ? boxesOf(read.date) : boxes;
}

/** Where a key typed at the end of a box leads: a separator after one or two digits or a month's name goes on, and in an empty box it is dropped. */
export function afterSeparator(name: BoxName, text: string): "next" | "drop" | "type" {
  if (name === "year") return text === "" ? "drop" : "type";
  if (text === "") return name === "month" ? "drop" : "type";
  if (/^\d{1,2}$/.test(text)) return "next";
  return name === "month" && monthNumber(text) !== text ? "next" : "type";
}
