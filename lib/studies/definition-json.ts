import { z } from "zod";
import { drugCodes } from "../crf/drug-codes";
import { isFullDate } from "../crf/partial-date";
import { intrinsicResistance, type StudyDefinition } from "../outcomes/study-definition";

const drug = z.enum(drugCodes.map((item) => item.code));

const resistance = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("first evaluable assessment") }),
  z.strictObject({
    rule: z.literal("best response"),
    minimumSdDays: z.int().min(0).max(3650),
    confirmation: z.boolean(),
  }),
  z.strictObject({ rule: z.literal("within months"), months: z.number().positive().max(600) }),
  z.strictObject({ rule: z.literal("first assessment") }),
]);

/** A study definition as JSON: every parameter may be left out, and is then the default study's. */
export const definitionSchema = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "Small letters, digits and hyphens.")
    .default(intrinsicResistance.slug),
  title: z.string().min(1).max(200).default(intrinsicResistance.title),
  version: z.int().min(1).default(intrinsicResistance.version),
  indexPosition: z.enum(["first systemic line", "any position"]).default(intrinsicResistance.indexPosition),
  indexDrugs: z
    .array(drug)
    .min(1)
    .default([...intrinsicResistance.indexDrugs]),
  combinations: z.boolean().default(intrinsicResistance.combinations),
  resistance: resistance.default({ rule: "first evaluable assessment" }),
  responseSource: z
    .enum(["investigator", "RECIST 1.1", "RECIST 1.0"])
    .default(intrinsicResistance.responseSource),
  clinicalProgression: z.boolean().default(intrinsicResistance.clinicalProgression),
  onTreatmentDays: z.int().min(0).max(3650).nullable().default(intrinsicResistance.onTreatmentDays),
  excludeToxicity: z.boolean().default(intrinsicResistance.excludeToxicity),
  cutoff: z.string().refine(isFullDate, "A full ISO date.").nullable().default(intrinsicResistance.cutoff),
  newTherapy: z.enum(["censors", "ignored", "event"]).default(intrinsicResistance.newTherapy),
  assessmentIntervalDays: z
    .int()
    .min(1)
    .max(3650)
    .nullable()
    .default(intrinsicResistance.assessmentIntervalDays),
});

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: StudyDefinition }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The definition that a JSON text holds; its id is its slug. Unknown parameters are refused, each problem with its place. */
export function parseDefinition(text: string): ParsedDefinition {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [`This is not JSON: ${error instanceof Error ? error.message : ""}`] };
  }
  const result = definitionSchema.safeParse(json);
  if (result.success) return { ok: true, definition: { ...result.data, id: result.data.slug } };
  return {
    ok: false,
    problems: result.error.issues.map((issue) => `${issue.path.join(".") || "definition"}: ${issue.message}`),
  };
}
