import { quantities, type QuantityId } from "./quantities";
import type { CaseResult } from "./verify-case";

export type QuantitySummary = {
  readonly quantity: QuantityId;
  readonly label: string;
  readonly comparisons: number;
  readonly largestDeviation: number;
  readonly tolerance: number;
  readonly measure: string;
  readonly failures: number;
  /** Where the largest deviation was seen. */
  readonly worst: string;
  readonly cases: readonly string[];
};

export type Verification = {
  readonly passed: boolean;
  readonly comparisons: number;
  readonly failures: readonly {
    readonly case: string;
    readonly where: string;
    readonly quantity: string;
    readonly ours: number | null;
    readonly reference: number | null;
    readonly deviation: number;
  }[];
  readonly problems: readonly { readonly case: string; readonly problem: string }[];
  readonly quantities: readonly QuantitySummary[];
  readonly notCompared: readonly {
    readonly quantity: string;
    readonly numbers: number;
    readonly cases: readonly string[];
  }[];
};

/** What a set of cases showed: by quantity, with every failure, problem and quantity not compared. */
export function summarise(results: readonly CaseResult[]): Verification {
  const all = results.flatMap(({ name, comparisons }) =>
    comparisons.map((comparison) => ({ name, ...comparison })),
  );
  const byQuantity = new Map<QuantityId, (typeof all)[number][]>();
  for (const comparison of all) {
    const same = byQuantity.get(comparison.quantity);
    if (same) same.push(comparison);
    else byQuantity.set(comparison.quantity, [comparison]);
  }
  const ids = Object.keys(quantities) as QuantityId[]; // the keys of a constant are its keys
  const problems = results.flatMap(({ name, problems: found }) =>
    found.map((problem) => ({ case: name, problem })),
  );
  const failures = all.filter(({ ok }) => !ok).map((found) => ({ ...found, case: found.name }));
  return {
    passed: all.length > 0 && failures.length === 0 && problems.length === 0,
    comparisons: all.length,
    failures: failures.map(({ case: name, where, quantity, ours, reference, deviation }) => ({
      case: name,
      where,
      quantity,
      ours,
      reference,
      deviation,
    })),
    problems,
    quantities: ids.flatMap((quantity) => {
      const [first, ...rest] = byQuantity.get(quantity) ?? [];
      if (!first) return [];
      const found = [first, ...rest];
      const worst = found.reduce((one, other) => (other.deviation > one.deviation ? other : one), first);
      return [
        {
          quantity,
          ...quantities[quantity],
          comparisons: found.length,
          largestDeviation: worst.deviation,
          failures: found.filter(({ ok }) => !ok).length,
          worst: worst.deviation > 0 ? `${worst.name} ${worst.where}` : "",
          cases: [...new Set(found.map(({ name }) => name))],
        },
      ];
    }),
    notCompared: notComparedIn(results),
  };
}

function notComparedIn(results: readonly CaseResult[]): Verification["notCompared"] {
  const found = new Map<string, { numbers: number; cases: Set<string> }>();
  const add = (quantity: string, numbers: number, name: string) => {
    const entry = found.get(quantity) ?? { numbers: 0, cases: new Set<string>() };
    entry.numbers += numbers;
    entry.cases.add(name);
    found.set(quantity, entry);
  };
  for (const { name, notCompared, notRead } of results) {
    for (const [quantity, numbers] of notCompared) add(quantity, numbers, name);
    for (const part of notRead) add(part, 0, name);
  }
  return [...found].map(([quantity, { numbers, cases }]) => ({ quantity, numbers, cases: [...cases] }));
}

const shortList = (names: readonly string[]) =>
  names.length > 4 ? `${names.length} cases` : names.join(", ");

const scientific = (value: number) =>
  value === 0 ? "0" : value === Infinity ? "one undefined" : value.toExponential(1);

/** A verification as a table for people. */
export function summaryText(result: Verification): string {
  const rows = result.quantities.map((row) => [
    row.label,
    String(row.comparisons),
    scientific(row.largestDeviation),
    row.tolerance === 0 ? "exact" : `${row.tolerance.toExponential(0)} ${row.measure}`,
    row.failures === 0 ? "pass" : `FAIL (${row.failures})`,
  ]);
  const header = ["Quantity", "Compared", "Largest deviation", "Tolerance", "Result"];
  const widths = header.map((title, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? title.length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const table = [line(header), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)];
  const failures = result.failures
    .slice(0, 50)
    .map(
      ({ case: name, where, ours, reference, deviation }) =>
        `  ${name} ${where}: computed ${ours ?? "none"}, reference ${reference ?? "none"} (deviation ${scientific(deviation)})`,
    );
  const problems = result.problems.map(({ case: name, problem }) => `  ${name}: ${problem}`);
  const left = result.notCompared.map(
    ({ quantity, numbers, cases }) => `  ${quantity}  ${numbers} in ${shortList(cases)}`,
  );
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ["", title, ...lines] : [];
  const verdict = result.passed
    ? `PASS: ${result.comparisons} comparisons, all within tolerance.`
    : result.comparisons === 0
      ? "FAIL: nothing was compared."
      : `FAIL: ${result.failures.length} of ${result.comparisons} comparisons outside tolerance, ${result.problems.length} problems.`;
  return [
    ...table,
    ...section("Outside tolerance:", failures),
    ...section("Problems:", problems),
    ...section("Held by the cases, not compared:", left),
    "",
    verdict,
    "",
  ].join("\n");
}
