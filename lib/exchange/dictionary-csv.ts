import { dictionary, dictionaryColumns, type DictionaryRow } from "../crf/dictionary";
import { formById, formIds } from "../crf/forms";
import { patientChecks } from "../crf/forms/patient-checks";
import { csvText } from "./csv";

/** Every field of every form, in the order of the forms. */
function dictionaryRows(): DictionaryRow[] {
  return formIds.flatMap((form) => dictionary(formById(form), patientChecks));
}

/** The data dictionary as a CSV file (RFC 4180, CRLF, no byte order mark). */
export function dictionaryCsv(): string {
  return csvText(dictionaryColumns, dictionaryRows(), { guarded: true });
}
