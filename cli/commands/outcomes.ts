import { reportJson } from "../../lib/outcomes/report-json";
import { reportText } from "../../lib/outcomes/report-text";
import { studies, studyReport } from "../../lib/studies/data";
import { type Arguments, neededText, Refusal, textOf, UsageError } from "../command";
import { withContext } from "../with-context";

/** Prints the report of a study. */
export async function run(given: Arguments): Promise<void> {
  const slug = neededText(given, "study");
  const format = textOf(given, "format");
  if (format !== "json" && format !== "text") throw new UsageError("--format is json or text.");
  const report = await withContext((context) => studyReport(context, slug));
  if (!report) {
    const known = studies().map((study) => study.slug);
    throw new Refusal(`There is no study “${slug}”. There is: ${known.join(", ")}.`);
  }
  const text = format === "json" ? JSON.stringify(reportJson(report), null, 2) : reportText(report);
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}
