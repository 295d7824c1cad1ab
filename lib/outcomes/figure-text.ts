import type { Figure } from "./study-report";

/** A number rounded half up to so many decimals, as printed: 2.45 → "2.5", 1 → "1.0". */
export function rounded(value: number, digits: number): string {
  const scale = 10 ** digits;
  return (Math.floor(value * scale + 0.5 + 1e-9) / scale).toFixed(digits);
}

/** A p value as printed: three decimals, "< 0.001" below that, never 0. */
export function pText(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${rounded(p, 3)}`;
}

const limit = (value: number | null) => (value === null ? "not reached" : rounded(Math.max(0, value), 1));

/** A figure as it is read: `28`, `2.4 months (1.0 – 4.6)`, `14.9 months (95 % CI 5.5 – 24.4)`, `10 (40.0 %, 95 % CI 21.1 – 61.3)`, `p = 0.087`. */
export function figureText(figure: Figure): string {
  const { value, unit, lower, upper, min, max } = figure;
  if (unit === "p") return value === null ? "not tested" : pText(value);
  if (unit === "patients") return countText(figure);
  if (figure.n === 0) return "no patients";
  const middle = value === null ? "not reached" : `${rounded(value, 1)} months`;
  if (figure.events !== null) return `${middle} (95 % CI ${limit(lower)} – ${limit(upper)})`;
  return min === null || max === null ? middle : `${middle} (${rounded(min, 1)} – ${rounded(max, 1)})`;
}

function countText({ value, proportion }: Figure): string {
  if (value === null) return "not counted";
  if (!proportion) return String(value);
  const percent = (part: number) => rounded(part * 100, 1);
  return `${value} (${percent(proportion.value)} %, 95 % CI ${percent(proportion.lower)} – ${percent(proportion.upper)})`;
}
