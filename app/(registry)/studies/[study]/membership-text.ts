import type { PatientOutcome, Verdict } from "@/lib/outcomes/patient-outcome";

const clause = (text: string) => text.replace(/\.$/, "");
/** A sentence to follow a colon; a code such as SD keeps its capitals. */
const lowered = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
const withValue = ({ reason, value }: Verdict) => `${lowered(clause(reason))}${value ? ` (${value})` : ""}`;

/** Why a patient is in the cohort or at which criterion out, in one sentence. */
export function membershipText(outcome: PatientOutcome): string {
  const failed = outcome.verdicts.findIndex((verdict) => verdict.id === outcome.failedAt);
  const at = outcome.verdicts[failed];
  if (at) {
    const unknown = at.verdict === "unknown" ? ", which is not known" : "";
    return `Out at criterion ${failed + 1}, “${at.label}”${unknown}: ${withValue(at)}.`;
  }
  const event = outcome.verdicts.find((verdict) => verdict.id === "resistance_event");
  return event
    ? `In, because every criterion is met: ${withValue(event)}.`
    : "In, because every criterion is met.";
}
