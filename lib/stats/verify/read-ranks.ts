import { holm } from "../holm";
import { kruskalWallis } from "../kruskal-wallis";
import { quantile } from "../quantile";
import { wilcoxonRankSum } from "../wilcoxon-rank-sum";
import type { CaseNode } from "./case-node";
import type { Ledger } from "./ledger";

/** Compares `wilcoxon`, `kruskal` and `quantiles` of the named `vectors`, and Holm's adjustment in `p_adjust`. */
export function readRanks(root: CaseNode, ledger: Ledger): void {
  const vector = (name: string) => root.need("vectors").need(name).inputs();
  for (const item of root.at("wilcoxon")?.items() ?? [])
    compareWilcoxon(
      item,
      wilcoxonRankSum(vector(item.need("x").text()), vector(item.need("y").text())),
      ledger,
    );
  for (const item of root.at("kruskal")?.items() ?? []) {
    const test = kruskalWallis(item.need("groups").texts().map(vector));
    ledger.compare("kruskal", item.need("H"), test.h);
    ledger.compare("kruskal", item.need("p"), test.p, Number.MIN_VALUE);
    ledger.compare("kruskal.df", item.need("df"), test.df);
  }
  for (const item of root.at("quantiles")?.items() ?? []) {
    const values = vector(item.need("x").text());
    const probabilities = item.need("probs").inputs();
    for (const [key, type] of [
      ["t2", 2],
      ["t7", 7],
    ] as const) {
      const reference = item.need("types").at(key);
      if (reference)
        ledger.compareAll(
          "quantile",
          reference,
          probabilities.map((p) => quantile(values, p, type)),
        );
    }
  }
  const adjusted = root.at("p_adjust");
  const reference = adjusted?.at("holm");
  if (adjusted && reference) ledger.compareAll("holm", reference, holm(adjusted.need("p").numbers()));
}

function compareWilcoxon(item: CaseNode, test: ReturnType<typeof wilcoxonRankSum>, ledger: Ledger): void {
  const columns = {
    W: test.w,
    p_default: test.usual?.twoSided,
    p_less: test.usual?.less,
    p_greater: test.usual?.greater,
    p_normal: test.normal?.twoSided,
    p_normal_cc: test.corrected?.twoSided,
    p_exact_ties: (test.exact ?? test.normal)?.twoSided,
  };
  for (const [key, ours] of Object.entries(columns)) {
    const reference = item.at(key);
    if (reference) ledger.compare("wilcoxon", reference, ours, Number.MIN_VALUE);
  }
}
