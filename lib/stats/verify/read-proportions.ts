import { clopperPearson } from "../clopper-pearson";
import { midP } from "../mid-p";
import { wilson } from "../wilson";
import type { CaseNode } from "./case-node";
import type { Ledger } from "./ledger";

const methods = [
  ["clopper_pearson", "clopper-pearson", clopperPearson],
  ["wilson", "wilson", wilson],
  ["midp", "mid-p", midP],
] as const;

/** Compares `binomial`: limits of x of n at a level. */
export function readProportions(root: CaseNode, ledger: Ledger): void {
  for (const item of root.at("binomial")?.items() ?? []) {
    const [x, n, level] = ["x", "n", "conf"].map((key) => item.need(key).input());
    for (const [key, quantity, limits] of methods) {
      const reference = item.at(key);
      if (!reference || x === undefined || n === undefined) continue;
      const { lower, upper } = limits(x, n, level);
      ledger.compareAll(quantity, reference, [lower, upper]);
    }
  }
}
