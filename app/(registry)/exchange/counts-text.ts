import type { ImportCounts } from "@/lib/exchange/registry-plan";

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** What the files hold, in words: `60 patients, 101 therapy lines, 253 assessments and 588 target lesions`. */
export function countsText(counts: ImportCounts): string {
  const [patients, lines, assessments, lesions] = [
    count(counts.patients, "patient"),
    count(counts.lines, "therapy line"),
    count(counts.assessments, "assessment"),
    count(counts.lesions, "target lesion"),
  ];
  return `${patients}, ${lines}, ${assessments} and ${lesions}`;
}

/** How many errors and warnings, in words. */
export function problemsText({
  errors,
  warnings,
}: {
  readonly errors: number;
  readonly warnings: number;
}): string {
  const parts = [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")];
  return parts.filter((part) => part !== false).join(" and ") || "nothing";
}
