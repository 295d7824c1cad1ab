import Link from "next/link";
import { formById } from "@/lib/crf/forms";
import type { Source } from "@/lib/outcomes/patient-outcome";

type SourceLinkProps = { readonly source: Source | null; readonly patientId: string };

/** A link to the entry a value was read from, named by its form and field. */
export function SourceLink({ source, patientId }: SourceLinkProps) {
  if (!source) return "–";
  const form = formById(source.form);
  const field = form.fields[source.field]?.label ?? source.field;
  return (
    <Link href={`/patients/${patientId}/${source.form}/${source.entryId}`}>
      {form.title}: {field}
      {source.sourceId && ` (${source.sourceId})`}
    </Link>
  );
}
