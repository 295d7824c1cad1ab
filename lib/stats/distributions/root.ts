type Search = {
  /** Value and slope of an increasing function; its sign may be trusted where its value is infinite. */
  readonly at: (x: number) => { readonly value: number; readonly slope: number };
  readonly low: number;
  readonly high: number;
  readonly start: number;
};

/** The zero of an increasing function within a bracket: Newton's steps, halving where one leaves the bracket or gains nothing. */
export function increasingRoot({ at, low, high, start }: Search): number {
  let [left, right, x] = [low, high, Math.min(Math.max(start, low), high)];
  let previous = Infinity;
  for (let step = 0; step < 200; step += 1) {
    const { value, slope } = at(x);
    if (value === 0) return x;
    if (value < 0) left = x;
    else right = x;
    const newton = x - value / slope;
    const usable = newton > left && newton < right && Math.abs(newton - x) < previous / 1.5;
    const next = usable ? newton : (left + right) / 2;
    previous = usable ? Math.abs(newton - x) : Infinity;
    if (Math.abs(next - x) <= 2e-16 * Math.abs(next) || next === left || next === right) return next;
    x = next;
  }
  return x;
}
