import { dateText } from "../crf/partial-date";

/** An ISO instant in UTC as it is read: `14 Mar 2009, 09:30 UTC`. */
export function instantText(instant: string): string {
  return `${dateText(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}
