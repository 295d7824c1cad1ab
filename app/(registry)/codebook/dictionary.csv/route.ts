import { requireContext } from "@/lib/auth/session";
import { dictionaryCsv } from "@/lib/exchange/dictionary-csv";

/** The data dictionary as a file to keep. */
export async function GET(): Promise<Response> {
  await requireContext("codebook.read");
  return new Response(dictionaryCsv(), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="data-dictionary.csv"',
      "cache-control": "private, no-store",
    },
  });
}
