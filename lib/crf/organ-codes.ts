import type { Code } from "./codelist";

/** Organs in which renal cell carcinoma is measured or spreads to. */
export const organCodes = [
  { code: "lung", label: "Lung" },
  { code: "lymph_node", label: "Lymph node" },
  { code: "bone", label: "Bone" },
  { code: "liver", label: "Liver" },
  { code: "brain", label: "Brain" },
  { code: "adrenal", label: "Adrenal gland" },
  { code: "pancreas", label: "Pancreas" },
  { code: "kidney", label: "Kidney (primary tumour)" },
  { code: "renal_bed", label: "Renal bed (local recurrence)" },
  { code: "contralateral_kidney", label: "Contralateral kidney" },
  { code: "bone_soft_tissue", label: "Soft-tissue part of a bone metastasis" },
  { code: "soft_tissue", label: "Soft tissue" },
  { code: "pleura", label: "Pleura" },
  { code: "peritoneum", label: "Peritoneum" },
  { code: "skin", label: "Skin" },
  { code: "thyroid", label: "Thyroid" },
  { code: "spleen", label: "Spleen" },
  { code: "ovary", label: "Ovary" },
  { code: "other", label: "Other" },
] as const satisfies readonly Code[];
