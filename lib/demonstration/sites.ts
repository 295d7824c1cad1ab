import type { ImportSite } from "../exchange/centres";

/** The sites of the demonstration: the two centres of its files, and one without patients. */
export const demonstrationSites = [
  { id: "BER", name: "Berlin", sourceId: "C1" },
  { id: "HAN", name: "Hannover", sourceId: "C2" },
  { id: "MUC", name: "Munich", sourceId: null },
] as const satisfies readonly ImportSite[];
