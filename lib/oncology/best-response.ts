import type { Response } from "./recist";

/** A response on a day counted from the start of the line. */
export type DatedResponse = { readonly day: number; readonly response: Response };

export type BestResponseRule = {
  /** SD counts from this day after the start of the line on; 42 is six weeks. */
  readonly minimumSdDays: number;
  readonly confirmation: boolean;
};

const confirmationDays = 28;

const stable = (response: Response) => response === "SD" || response === "non-CR/non-PD";

/**
 * The best overall response of a line from its visits in order of date, up to the first PD (reading 10).
 * Unconfirmed: CR or PR at any time, SD (or non-CR/non-PD, which keeps its name, reading 7) at the minimum duration or later, then PD, else NE.
 * Confirmed: CR or PR seen again at least 28 days later with at most one NE and nothing worse between (reading 8);
 * after a CR a lesser response is PD (reading 9); a response not confirmed is SD when the minimum duration is met.
 * Eisenhauer 2009, table 3.
 */
export function bestOverallResponse(visits: readonly DatedResponse[], rule: BestResponseRule): Response {
  const counted = upToProgression(rule.confirmation ? relapseAfterCr(visits) : visits);
  const reached = (...codes: readonly Response[]) => counted.some((visit) => codes.includes(visit.response));
  if (rule.confirmation ? isConfirmed(counted, ["CR"]) : reached("CR")) return "CR";
  if (rule.confirmation ? isConfirmed(counted, ["CR", "PR"]) : reached("PR")) return "PR";
  const lasting = counted.filter((visit) => visit.day >= rule.minimumSdDays);
  if (lasting.some((visit) => visit.response === "SD" || visit.response === "CR" || visit.response === "PR"))
    return "SD";
  if (lasting.some((visit) => stable(visit.response))) return "non-CR/non-PD";
  return reached("PD") ? "PD" : "NE";
}

function upToProgression(visits: readonly DatedResponse[]): readonly DatedResponse[] {
  const first = visits.findIndex((visit) => visit.response === "PD");
  return first < 0 ? visits : visits.slice(0, first + 1);
}

function relapseAfterCr(visits: readonly DatedResponse[]): DatedResponse[] {
  const first = visits.findIndex((visit) => visit.response === "CR");
  return visits.map((visit, index) =>
    first >= 0 && index > first && (visit.response === "PR" || stable(visit.response))
      ? { ...visit, response: "PD" }
      : visit,
  );
}

function isConfirmed(visits: readonly DatedResponse[], codes: readonly Response[]): boolean {
  const seen = (visit: DatedResponse) => codes.includes(visit.response);
  return visits.some(
    (first, from) =>
      seen(first) &&
      visits.some((later, to) => {
        if (to <= from || !seen(later) || later.day - first.day < confirmationDays) return false;
        const others = visits.slice(from + 1, to).filter((visit) => !seen(visit));
        return others.length <= 1 && others.every((visit) => visit.response === "NE");
      }),
  );
}

/** True for a response that shows the disease was evaluated: any but NE. */
export function isEvaluable(response: Response): boolean {
  return response !== "NE";
}

export type LineOutcome = "stabilised" | "refractory" | "not evaluable";

/** The outcome of a line from its unconfirmed best response: stabilised = CR, PR, or SD on day 42 or later; refractory = PD; else not evaluable. */
export function lineOutcome(visits: readonly DatedResponse[]): LineOutcome {
  const best = bestOverallResponse(visits, { minimumSdDays: 42, confirmation: false });
  if (best === "PD") return "refractory";
  return best === "NE" ? "not evaluable" : "stabilised";
}
