import { checkTimes } from "./input-error";

/** Those still at risk at each given time: a subject with exactly that time is. R: `summary(survfit, times)$n.risk`. */
export function numberAtRisk(times: ArrayLike<number>, at: readonly number[]): number[] {
  checkTimes(times);
  const sorted = Float64Array.from(times).sort();
  return at.map((time) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? Infinity) < time) low = middle + 1;
      else high = middle;
    }
    return sorted.length - low;
  });
}
