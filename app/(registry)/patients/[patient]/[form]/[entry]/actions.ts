"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/auth/action";
import { removeEntry, saveEntry } from "@/lib/entries/commands";
import type { SaveResult } from "@/lib/entries/entry";
import { removeInput, saveInput } from "./save-input";

const revalidate = (result: SaveResult): SaveResult => {
  if (result.ok) revalidatePath(`/patients/${result.patientId}`, "layout");
  return result;
};

/** Saves an entry of a patient who is enrolled. */
export const saveEntryAction = action("entry.write", saveInput, async (context, input) => {
  if (input.patientId === null) {
    const refusal: SaveResult = { ok: false, reason: "not-allowed", message: "Enrol the patient first." };
    return refusal;
  }
  return revalidate(await saveEntry(context, input));
});

/** Removes an entry with a reason. */
export const removeEntryAction = action("entry.remove", removeInput, async (context, input) =>
  revalidate(await removeEntry(context, input)),
);
