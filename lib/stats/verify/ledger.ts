import type { CaseNode, Reference } from "./case-node";
import { quantities, type QuantityId } from "./quantities";

export type Comparison = {
  readonly quantity: QuantityId;
  readonly where: string;
  readonly ours: number | null;
  readonly reference: Reference;
  readonly deviation: number;
  readonly tolerance: number;
  readonly ok: boolean;
};

/** Below this a relative deviation is measured against this instead. */
const smallest = 1e-3;

function deviationOf(id: QuantityId, ours: number | null, reference: Reference, scale: number): number {
  if (ours === null || reference === null) return ours === reference ? 0 : Infinity;
  const difference = Math.abs(ours - reference);
  if (Number.isNaN(difference)) return Infinity;
  switch (quantities[id].measure) {
    case "exact":
      return difference === 0 ? 0 : Math.max(difference, Number.MIN_VALUE);
    case "absolute":
      return difference;
    case "scaled":
      return difference / Math.max(scale, Number.MIN_VALUE);
    case "relative":
      return difference / Math.max(Math.abs(reference), scale);
  }
}

/** What a case was compared on, and what stood in the way. */
export class Ledger {
  readonly comparisons: Comparison[] = [];
  readonly problems: string[] = [];
  readonly notRead: string[] = [];

  /** Compares one number; `scale` is the unit of a scaled quantity, and the floor of a relative one. */
  compare(quantity: QuantityId, node: CaseNode, ours: number | null | undefined, scale?: number): void {
    const reference = node.number();
    const value = ours ?? null;
    const floor = scale ?? (quantities[quantity].measure === "relative" ? this.#floorOf(quantity) : 1);
    const deviation = deviationOf(quantity, value, reference, floor);
    const { tolerance } = quantities[quantity];
    this.comparisons.push({
      quantity,
      where: node.path,
      ours: value,
      reference,
      deviation,
      tolerance,
      ok: deviation <= tolerance,
    });
  }

  /** Compares a column with the numbers of a list, in number too. */
  compareAll(
    quantity: QuantityId,
    node: CaseNode,
    ours: readonly (number | null | undefined)[],
    scales: readonly number[] = [],
  ): void {
    const items = node.items();
    if (items.length !== ours.length)
      this.problems.push(`${node.path}: ${items.length} numbers in the case, ${ours.length} computed`);
    items.forEach((item, index) => this.compare(quantity, item, ours[index], scales[index]));
  }

  /** Tails of distributions are compared to their own last digits, however small. */
  #floorOf(quantity: QuantityId): number {
    return unfloored.has(quantity) ? Number.MIN_VALUE : smallest;
  }
}

const unfloored: ReadonlySet<QuantityId> = new Set<QuantityId>([
  "distribution",
  "distribution.beta-quantile",
  "distribution.many-df",
  "distribution.r",
  "fisher",
  "fisher.table",
  "clopper-pearson",
  "wilson",
  "mid-p",
  "km.survival",
  "km.greenwood",
  "km.hazard",
  "km.restricted-mean",
  "aalen-johansen",
  "cuminc",
]);
