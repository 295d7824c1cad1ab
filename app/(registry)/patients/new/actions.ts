"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/auth/action";
import { saveEntry } from "@/lib/entries/commands";
import { saveInput } from "../[patient]/[form]/[entry]/save-input";

/** Enrols a patient: saves the first entry, and with it allocates the pseudonym. */
export const enrolAction = action("patient.enrol", saveInput, async (context, input) => {
  const result = await saveEntry(context, { ...input, form: "enrolment" });
  if (result.ok) revalidatePath("/patients", "layout");
  return result;
});
