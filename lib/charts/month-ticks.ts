const steps = [3, 6, 12, 24, 36, 60, 120, 240] as const;

/** The ticks of a time axis in months: multiples of 3, 6 or 12 (or of whole years) from 0 to the first that covers the longest time, at most `most` of them. */
export function monthTicks(longest: number, most: number): number[] {
  const intervals = (step: number) => Math.max(1, Math.ceil(longest / step));
  const step =
    steps.find((candidate) => intervals(candidate) < most) ?? 12 * Math.ceil(longest / 12 / (most - 1));
  return Array.from({ length: intervals(step) + 1 }, (_, index) => index * step);
}
