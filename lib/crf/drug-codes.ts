import type { Code } from "./codelist";

/** The drugs a therapy line may hold; classes and codes stand in `lib/oncology/drugs`. */
export const drugCodes = [
  { code: "sunitinib", label: "sunitinib" },
  { code: "sorafenib", label: "sorafenib" },
  { code: "pazopanib", label: "pazopanib" },
  { code: "axitinib", label: "axitinib" },
  { code: "cabozantinib", label: "cabozantinib" },
  { code: "lenvatinib", label: "lenvatinib" },
  { code: "tivozanib", label: "tivozanib" },
  { code: "everolimus", label: "everolimus" },
  { code: "temsirolimus", label: "temsirolimus" },
  { code: "bevacizumab", label: "bevacizumab" },
  { code: "interferon alfa-2a", label: "interferon alfa-2a" },
  { code: "interferon alfa-2b", label: "interferon alfa-2b" },
  { code: "aldesleukin", label: "aldesleukin" },
  { code: "nivolumab", label: "nivolumab" },
  { code: "ipilimumab", label: "ipilimumab" },
  { code: "pembrolizumab", label: "pembrolizumab" },
  { code: "avelumab", label: "avelumab" },
  { code: "atezolizumab", label: "atezolizumab" },
  { code: "belzutifan", label: "belzutifan" },
] as const satisfies readonly Code[];

export type Drug = (typeof drugCodes)[number]["code"];
