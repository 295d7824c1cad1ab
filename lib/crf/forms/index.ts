import type { FormDefinition, Values } from "../define";
import { assessment } from "./assessment";
import { diagnosis } from "./diagnosis";
import { enrolment } from "./enrolment";
import { followUp } from "./follow-up";
import { risk } from "./risk";
import { therapy } from "./therapy";

/** Every case report form, in the order in which a patient's record is read. */
export const forms = { enrolment, diagnosis, therapy, risk, assessment, "follow-up": followUp } as const;

export type FormId = keyof typeof forms;
export type FormValues = { readonly [K in FormId]: Values<(typeof forms)[K]> };

export const formIds = [
  "enrolment",
  "diagnosis",
  "therapy",
  "risk",
  "assessment",
  "follow-up",
] as const satisfies readonly FormId[];

/** True for the id of a form. */
export function isFormId(id: string): id is FormId {
  return Object.hasOwn(forms, id);
}

/** The definition of a form, its literal types widened. */
export function formById(id: FormId): FormDefinition {
  return forms[id];
}

export { assessment, diagnosis, enrolment, followUp, risk, therapy };
