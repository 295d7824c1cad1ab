import { figureText } from "./figure-text";
import type { StudyReport } from "./study-report";

/** A report as text: the results in sentences, then every figure, the order of exclusion and the methods. */
export function reportText(report: StudyReport): string {
  const width = Math.max(...report.figures.map((figure) => figure.label.length));
  return [
    report.study.title,
    `${report.registered.length} registered, data cut-off ${report.study.cutoff ?? "none"}, computed ${report.generatedAt}`,
    "",
    ...report.text,
    "",
    "Figures",
    ...report.figures.map(
      (figure) =>
        `  ${figure.label.padEnd(width)}  ${figureText(figure)}  [n = ${figure.n}; ${figure.method}]`,
    ),
    "",
    "Order of exclusion",
    `  registered: ${report.registered.length}`,
    ...report.flow.map((step) => `  ${step.label}: ${step.excluded.length} out, ${step.remaining} left`),
    "",
    "Methods",
    ...report.methods.map((method) => `  ${method.name}: ${method.text}`),
    "",
  ].join("\n");
}
