import { z } from "zod";
import { formIds } from "@/lib/crf/forms";

const mostCharacters = 200_000;
const part = z.record(z.string().max(80), z.unknown());

/** What the form page may send to be saved. The content is only bounded here; the form's own schema reads it. */
export const saveInput = z.object({
  form: z.enum(formIds),
  patientId: z.string().max(64).nullable(),
  entryId: z.string().max(64).nullable(),
  version: z.number().int().positive().nullable(),
  target: z.enum(["draft", "complete"]),
  content: z
    .object({ values: part, missing: part, units: part })
    .refine((content) => JSON.stringify(content).length <= mostCharacters, {
      error: "The form is too large.",
    }),
  reason: z.string().max(500).nullable(),
});

/** What the form page may send to have an entry removed. */
export const removeInput = z.object({
  form: z.enum(formIds),
  entryId: z.string().max(64),
  version: z.number().int().positive(),
  reason: z.string().max(500),
});
