import { checkLengths, checkSample, checkTimes } from "./input-error";
import { distinctSorted, tiedTimes, tieOf } from "./survival-counts";

type DelayedSample = {
  readonly starts: ArrayLike<number>;
  readonly times: ArrayLike<number>;
  readonly events: ArrayLike<number>;
};

/** Kaplan–Meier survival where a row is at risk in (start, time] only. R: `survfit(Surv(start, stop, event) ~ 1)`. */
export function delayedSurvival({ starts, times, events }: DelayedSample): {
  readonly time: readonly number[];
  readonly survival: readonly number[];
} {
  checkLengths({ starts, times, events });
  checkSample(times, events);
  checkTimes(starts, "starts");
  const cuts = tiedTimes(distinctSorted([...Array.from(starts), ...Array.from(times)]));
  const [entering, leaving, deaths] = [0, 1, 2].map(() => new Float64Array(cuts.length));
  for (let row = 0; row < times.length; row += 1) {
    const [from, to] = [tieOf(cuts, starts[row] ?? 0), tieOf(cuts, times[row] ?? 0)];
    if (entering) entering[from] = (entering[from] ?? 0) + 1;
    if (leaving) leaving[to] = (leaving[to] ?? 0) + 1;
    if (deaths && events[row] === 1) deaths[to] = (deaths[to] ?? 0) + 1;
  }
  let [atRisk, survival] = [0, 1];
  const column = [...cuts].map((_, place) => {
    const died = deaths?.[place] ?? 0;
    if (died > 0) survival *= (atRisk - died) / atRisk;
    atRisk += (entering?.[place] ?? 0) - (leaving?.[place] ?? 0);
    return survival;
  });
  return { time: [...cuts], survival: column };
}
