import { readFileSync } from "node:fs";
import { reportJson } from "../../lib/outcomes/report-json";
import { reportText } from "../../lib/outcomes/report-text";
import type { StudyReport } from "../../lib/outcomes/study-report";
import type { Context } from "../../lib/auth/viewer";
import { reportOf, studies, studyReport } from "../../lib/studies/data";
import { parseDefinition } from "../../lib/studies/definition-json";
import { type Arguments, Refusal, textOf, UsageError } from "../command";
import { withContext } from "../with-context";

/** Prints the report of a study, from its stored outcomes; or of any definition, derived now. */
export async function run(given: Arguments): Promise<void> {
  const [slug, file, format] = [textOf(given, "study"), textOf(given, "definition"), textOf(given, "format")];
  if (format !== "json" && format !== "text") throw new UsageError("--format is json or text.");
  if ((slug === undefined) === (file === undefined))
    throw new UsageError("Give either --study or --definition.");
  const reported = file === undefined ? ofStudy(slug ?? "") : ofDefinition(file);
  const report = await withContext(reported);
  const text = format === "json" ? JSON.stringify(reportJson(report), null, 2) : reportText(report);
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

type Reported = (context: Context) => Promise<StudyReport>;

function ofStudy(slug: string): Reported {
  return async (context) => {
    const report = await studyReport(context, slug);
    if (report) return report;
    const known = studies().map((study) => study.slug);
    throw new Refusal(`There is no study “${slug}”. There is: ${known.join(", ")}.`);
  };
}

function ofDefinition(file: string): Reported {
  const parsed = parseDefinition(readText(file));
  if (!parsed.ok) throw new Refusal([`${file} is no study definition:`, ...parsed.problems].join("\n"));
  return (context) => reportOf(context, parsed.definition);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Refusal(`${file} cannot be read.`, { cause: error });
  }
}
