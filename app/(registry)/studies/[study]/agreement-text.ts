import { rounded } from "@/lib/outcomes/figure-text";
import type { Published } from "@/lib/outcomes/published";
import type { Figure } from "@/lib/outcomes/study-report";

/** What was published of a figure and whether it is recomputed, in words; null where nothing was published. */
export function agreementOf(
  published: Published | null,
  figure: Figure,
): { readonly text: string; readonly mark: "agrees" | "differs" } | null {
  const item =
    published && Object.hasOwn(published.figures, figure.id) ? published.figures[figure.id] : undefined;
  return item ? { text: item.text, mark: item.agrees(figure) ? "agrees" : "differs" } : null;
}

const methodNames = { "log-log": "log-log", log: "log", plain: "plain", spss: "SPSS-type" } as const;

const end = (value: number | null, absent: string) =>
  value === null ? absent : rounded(Math.max(0, value), 1);

/** What stands under a recomputed figure: its range, its interval by every method, its denominator, its note. */
export function figureDetails(figure: Figure): string[] {
  const { min, max, intervals, events, n, proportion, value, method, note } = figure;
  const range = min !== null && max !== null ? `, observed ${rounded(min, 1)} – ${rounded(max, 1)}` : "";
  const methods = (["log-log", "log", "plain", "spss"] as const).map((name) => {
    const limits = intervals?.[name];
    const absent = name === "spss" ? "not estimable" : "not reached";
    return limits ? `${methodNames[name]} ${end(limits.lower, absent)} – ${end(limits.upper, absent)}` : "";
  });
  return [
    ...(proportion ? [`${value} of ${n}`] : []),
    ...(events === null ? [] : [`${events} events in ${n}${range}`]),
    ...(intervals ? [`95 % CI by method: ${methods.join("; ")}`] : []),
    ...(method === "count" ? [] : [method]),
    ...(note ? [note] : []),
  ];
}
