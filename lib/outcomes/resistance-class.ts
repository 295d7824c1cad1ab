import { isEvaluable } from "../oncology/best-response";
import type { Response } from "../oncology/recist";
import type { ResistanceClass } from "./patient-outcome";
import type { ViewedLine } from "./patient-view";

/** The rule of each class, in words, in the order in which they are asked. */
export const resistanceRules: Readonly<Record<ResistanceClass, string>> = {
  "not evaluable": "No evaluable assessment of the line.",
  "primary refractory": "PD is the unconfirmed best response (SD counts from day 42).",
  acquired: "PD after CR, PR, or SD on day 42 or later.",
  "stopped for toxicity": "Stopped for toxicity without PD.",
  ongoing: "Ongoing without PD.",
  other: "Ended without PD for another reason.",
};

/** The class of a line, from its visits, its best response and its end. */
export function resistanceClass(line: ViewedLine, bestResponse: Response): ResistanceClass {
  if (!line.visits.some((visit) => isEvaluable(visit.response))) return "not evaluable";
  if (bestResponse === "PD") return "primary refractory";
  if (line.visits.some((visit) => visit.response === "PD")) return "acquired";
  if (line.stopReason === "toxicity") return "stopped for toxicity";
  return line.course === "ongoing" ? "ongoing" : "other";
}
