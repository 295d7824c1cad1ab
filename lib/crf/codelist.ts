import type { Condition } from "./condition";

/** One code of a code list: what is stored, what is read, and when it may be chosen. */
export type Code = {
  readonly code: string;
  readonly label: string;
  readonly note?: string;
  readonly when?: Condition;
};

/** Why a value is absent (HL7 null flavours in brackets). A field with a reason counts as answered. */
export const missingReasons = [
  { code: "not-done", label: "Not done" },
  { code: "not-asked", label: "Not asked (NASK)" },
  { code: "unknown", label: "Asked but unknown (ASKU)" },
  { code: "not-applicable", label: "Not applicable (NA)" },
  { code: "failed", label: "Measurement failed" },
  { code: "not-available", label: "Not available in the source (NAV)" },
] as const satisfies readonly Code[];

export type MissingReason = (typeof missingReasons)[number]["code"];

/** The codes of a missing reason, for schemas. */
export const missingReasonCodes = missingReasons.map((reason) => reason.code);

export const yesNo = [
  { code: "yes", label: "Yes" },
  { code: "no", label: "No" },
] as const satisfies readonly Code[];

export const yesNoUnknown = [
  ...yesNo,
  { code: "unknown", label: "Unknown" },
] as const satisfies readonly Code[];

/** The label of a code, or the code itself where the list does not hold it. */
export function labelOf(codes: readonly Code[], code: string): string {
  return codes.find((item) => item.code === code)?.label ?? code;
}
