import { checkSample } from "./input-error";
import { kaplanMeier, type SurvivalCurve } from "./kaplan-meier";

/**
 * The curve of follow-up: censoring is the event and the event censors, so its median is the median follow-up (Schemper and Smith 1996).
 * R: `survfit(Surv(time, 1 - event) ~ 1)`.
 */
export function reverseKaplanMeier(times: ArrayLike<number>, events: ArrayLike<number>): SurvivalCurve {
  checkSample(times, events);
  return kaplanMeier(
    times,
    Uint8Array.from(events, (event) => 1 - event),
  );
}
