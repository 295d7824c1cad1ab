import { violates } from "../crf/check";
import { formById } from "../crf/forms";
import { patientChecks } from "../crf/forms/patient-checks";
import { type CheckedEntry, patientFailures } from "../crf/patient-failures";
import { canonicalValues } from "../crf/units";
import { type Cell, errorAt, type Problem, warningAt } from "./problem";
import type { PlannedEntry } from "./registry-entry";

type Placed = { readonly entry: PlannedEntry; readonly checked: CheckedEntry };

const placed = (entry: PlannedEntry, index: number): Placed => ({
  entry,
  checked: {
    id: String(index),
    form: entry.form,
    values: canonicalValues(formById(entry.form), entry.content),
  },
});

/** What one patient's entries contradict among themselves: the checks between the forms, and what happened after the last contact. */
export function acrossEntries(entries: readonly PlannedEntry[]): Problem[] {
  const all = entries.map(placed);
  const checked = all.map((item) => item.checked);
  const between = all.flatMap(({ entry, checked: own }) =>
    patientFailures(patientChecks, own, checked).flatMap((failure) => {
      const check = patientChecks.find((item) => item.id === failure.check);
      const cell = entry.cell(failure.field);
      if (failure.severity === "hard") return [errorAt(cell, failure.message)];
      return check?.field === failure.field ? [warningAt(cell, failure.message)] : [];
    }),
  );
  return [...between, ...afterLastContact(all), ...repeatedNumbers(all)];
}

type After = {
  readonly form: string;
  readonly field: string;
  readonly tell: (cell: Cell, reason: string) => Problem;
  readonly event: string;
};

/** An assessment needs a patient who was seen; a last dose may be told later. Of the dead, the checks between forms say it. */
const afterContact: readonly After[] = [
  { form: "assessment", field: "date", tell: errorAt, event: "assessment" },
  { form: "therapy", field: "startDate", tell: warningAt, event: "first dose" },
  { form: "therapy", field: "stopDate", tell: warningAt, event: "last dose" },
];

function afterLastContact(all: readonly Placed[]): Problem[] {
  const contact = all.find(({ entry }) => entry.form === "follow-up")?.checked.values.date;
  return afterContact.flatMap(({ form, field, tell, event }) =>
    all
      .filter(
        ({ entry, checked }) => entry.form === form && violates(checked.values[field], "after", contact),
      )
      .map(({ entry }) =>
        tell(entry.cell(field), `The ${event} is after the last contact, ${String(contact)}.`),
      ),
  );
}

function repeatedNumbers(all: readonly Placed[]): Problem[] {
  const lines = all.filter(({ entry }) => entry.form === "therapy");
  const numbers = lines.map(({ checked }) => checked.values.lineNumber);
  return lines
    .filter((_, index) => numbers[index] !== null && numbers.indexOf(numbers[index]) < index)
    .map(({ entry }) =>
      warningAt(entry.cell("lineNumber"), "Another line of the patient has this number: the dates decide."),
    );
}
