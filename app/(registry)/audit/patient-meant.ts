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
