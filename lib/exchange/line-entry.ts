import { formById } from "../crf/forms";
import { drugByName } from "../oncology/drugs";
import type { Row } from "./csv-table";
import { cellAt, draftOf, textAt } from "./entry-from-row";
import { errorAt, type Problem, warningAt } from "./problem";
import { classSpellings, columnRules, type ColumnRule, courseOfReason } from "./registry-columns";
import { type Checking, entryOf, type EntryResult } from "./registry-entry";
import { registryLayout } from "./registry-layout";

const { file } = registryLayout.lines;

/** The therapy line that a line of therapy_lines.csv holds. */
export function lineEntry(row: Row, checking: Checking): EntryResult {
  const reason = textAt(row, "stop_reason");
  const told = Object.hasOwn(courseOfReason, reason);
  const status = textAt(row, "ongoing") === "1" ? "ongoing" : (told && courseOfReason[reason]) || "stopped";
  const rules = columnRules.therapy.filter((rule) => !(told && rule.field === "stopReason"));
  const form = formById("therapy");
  const draft = draftOf(form, rules.map(withReasons), { file, row, given: { status } });
  const elsewhere = (field: string) => (field === "status" ? cellAt(file, row, "ongoing") : null);
  const source = { form: "therapy" as const, sourceId: textAt(row, "line_id"), file, row, rules, elsewhere };
  const result = entryOf(source, draft, checking);
  const named = result.entry.content.values.drugs;
  return {
    ...result,
    problems: [
      ...result.problems,
      ...courseProblems(row, status),
      ...differingProblems(row, Array.isArray(named) ? named.map(String) : []),
    ],
  };
}

/** A stop reason may also be one that says the course; the list of codes names them. */
function withReasons(rule: ColumnRule): ColumnRule {
  const field = formById("therapy").fields[rule.field];
  if (rule.field !== "stopReason" || field?.kind !== "choice") return rule;
  const codes = field.codes.map(({ code }) => [code, code]);
  return { ...rule, codes: { ...Object.fromEntries(codes), ...courseOfReason } };
}

function courseProblems(row: Row, status: string): Problem[] {
  const [ongoing, reason, stop] = [
    textAt(row, "ongoing"),
    textAt(row, "stop_reason"),
    textAt(row, "stop_date"),
  ];
  if (!["0", "1", ""].includes(ongoing))
    return [errorAt(cellAt(file, row, "ongoing"), `“${ongoing}” is not one of the codes: 0, 1.`)];
  if (ongoing === "" && reason === "" && stop === "")
    return [errorAt(cellAt(file, row, "ongoing"), "Enter a value: 0 or 1.")];
  if (ongoing === "1" && reason === "lost to follow-up")
    return [errorAt(cellAt(file, row, "stop_reason"), "The line is ongoing, and lost to follow-up.")];
  if (ongoing === "0" && reason === "ongoing")
    return [warningAt(cellAt(file, row, "ongoing"), "The stop reason says ongoing: imported as ongoing.")];
  return status === "stopped" && stop === ""
    ? [warningAt(cellAt(file, row, "stop_date"), "Stopped without a date: imported as not available.")]
    : [];
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9α]/g, "");

const partsOf = (text: string) => text.split("+").map((part) => part.trim());

/** Classes and ATC codes are derived from the drugs; columns that say something else are told. */
function differingProblems(row: Row, names: readonly string[]): Problem[] {
  const facts = names.map(drugByName).filter((drug) => drug !== null);
  const [classes, atc] = [textAt(row, "drug_class"), textAt(row, "atc")];
  if (facts.length === 0) return [];
  const derived = (words: readonly string[]) => [...new Set(words)].join(" + ");
  const named = new Set(partsOf(classes).map(plain));
  const spellings = facts.map((drug) => classSpellings[drug.drugClass] ?? [plain(drug.drugClass)]);
  const sameClass =
    spellings.every((list) => list.some((spelling) => named.has(spelling))) &&
    [...named].every((spelling) => spellings.some((list) => list.includes(spelling)));
  const codes = new Set(partsOf(atc));
  const sameAtc = facts.every((drug) => codes.has(drug.atc)) && codes.size === new Set(facts).size;
  return [
    ...(classes === "" || sameClass
      ? []
      : [differs(row, "drug_class", derived(facts.map((drug) => drug.drugClass)))]),
    ...(atc === "" || sameAtc ? [] : [differs(row, "atc", derived(facts.map((drug) => drug.atc)))]),
  ];
}

function differs(row: Row, column: string, derived: string): Problem {
  return warningAt(cellAt(file, row, column), `The drugs say ${derived}, which is kept.`);
}
