import type { Context } from "@/lib/auth/viewer";
import { type Patient, patientById, patientsPage } from "@/lib/patients/data";

/** The patient somebody means: by id, pseudonym or source id, within the viewer's sites; null where there is none. */
export async function patientMeant(context: Context, text: string): Promise<Patient | null> {
  const byId = await patientById(context, text);
  if (byId) return byId;
  const filter = { search: text, site: null, sex: null, vital: null, page: 1 };
  const wanted = text.toLowerCase();
  const { patients } = await patientsPage(context, filter);
  return (
    patients.find((patient) =>
      [patient.pseudonym, patient.sourceId].some((name) => name?.toLowerCase() === wanted),
    ) ?? null
  );
}

/** The patients of events by id, those within the viewer's sites only. */
export async function patientsOfEvents(
  context: Context,
  events: readonly { readonly patientId: string | null }[],
): Promise<ReadonlyMap<string, Patient>> {
  const ids = [...new Set(events.flatMap((event) => event.patientId ?? []))];
  const found = await Promise.all(ids.map((id) => patientById(context, id)));
  return new Map(found.flatMap((patient) => (patient ? [[patient.id, patient] as const] : [])));
}
