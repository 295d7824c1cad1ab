import { isEvaluable } from "../oncology/best-response";
import type { Response } from "../oncology/recist";
import type { ResistanceClass } from "./patient-outcome";
import type { ViewedLine } from "./patient-view";

/**
 * The class of a line, asked in this order: not evaluable (no evaluable assessment), primary refractory (PD is the unconfirmed best
 * response), acquired (PD after CR, PR, or SD on day 42 or later), and without PD stopped for toxicity, ongoing, or other.
 */
export function resistanceClass(line: ViewedLine, bestResponse: Response): ResistanceClass {
  if (!line.visits.some((visit) => isEvaluable(visit.response))) return "not evaluable";
  if (bestResponse === "PD") return "primary refractory";
  if (line.visits.some((visit) => visit.response === "PD")) return "acquired";
  if (line.stopReason === "toxicity") return "stopped for toxicity";
  return line.course === "ongoing" ? "ongoing" : "other";
}
