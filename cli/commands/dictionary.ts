import { dictionaryCsv } from "../../lib/exchange/dictionary-csv";

/** Prints the data dictionary. */
export async function run(): Promise<void> {
  process.stdout.write(dictionaryCsv());
}
