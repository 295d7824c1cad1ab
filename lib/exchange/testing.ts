import { csvText } from "./csv";
import type { Problem } from "./problem";
import { type ImportFile, readRegistryFiles } from "./registry-files";
import { registryLayout, type RegistryTable, registryTables } from "./registry-layout";
import { type ImportPlan, planImport, type Registry } from "./registry-plan";

type Cells = Readonly<Record<string, string>>;

/** The rows of a small registry, by file. The first row of each stands in line 2. */
export type Records = Readonly<Record<RegistryTable, readonly Cells[]>>;

const patient = (cells: Cells): Cells => ({
  data_origin: "SYNTHETIC",
  centre: "C1",
  sex: "F",
  birth_date: "1950-04-01",
  rcc_diagnosis_date: "2008-01-10",
  histology: "clear cell",
  sarcomatoid: "0",
  fuhrman_grade: "2",
  pT: "T2",
  pN: "N0",
  M_at_diagnosis: "M0",
  nephrectomy: "1",
  nephrectomy_date: "2008-02-01",
  metastatic_date: "2009-01-05",
  prior_cytokine: "0",
  karnofsky: "90",
  ecog: "0",
  hb_g_dl: "14.1",
  hb_lln_g_dl: "12.0",
  calcium_mmol_l: "2.4",
  albumin_g_l: "40",
  calcium_uln_mmol_l: "2.6",
  ldh_u_l: "200",
  ldh_uln_u_l: "250",
  neutrophils_g_l: "5.1",
  neutrophils_uln_g_l: "7.7",
  platelets_g_l: "300",
  platelets_uln_g_l: "400",
  risk_assessed_date: "2009-02-01",
  ...cells,
});

const line = (cells: Cells): Cells => ({
  patient_id: "P1",
  setting: "metastatic",
  ongoing: "0",
  start_dose_schedule: "as usual",
  ...cells,
});

const visit = (cells: Cells): Cells => ({ patient_id: "P1", line_id: "P1-L1", method: "CT", ...cells });

const lesion = (cells: Cells): Cells => ({
  patient_id: "P1",
  line_id: "P1-L1",
  organ: "lung",
  is_lymph_node: "0",
  axis: "longest",
  ...cells,
});

/** Two patients without a fault: one dead after two lines with a progression, one alive without any line. */
export const smallRegistry: Records = {
  patients: [
    patient({
      patient_id: "P1",
      vital_status: "dead",
      last_contact_date: "2010-03-01",
      death_date: "2010-03-01",
      death_cause: "mRCC",
    }),
    patient({
      patient_id: "P2",
      centre: "C2",
      sex: "M",
      vital_status: "alive",
      last_contact_date: "2010-05-01",
    }),
  ],
  lines: [
    line({
      line_id: "P1-L1",
      line_no: "1",
      drugs: "sunitinib",
      drug_class: "VEGFR-TKI",
      atc: "L01EX01",
      start_date: "2009-02-10",
      stop_date: "2009-06-01",
      stop_reason: "progression",
    }),
    line({
      line_id: "P1-L2",
      line_no: "2",
      drugs: "lenvatinib + everolimus",
      drug_class: "VEGFR-TKI+mTOR",
      atc: "L01EX08+L01EG02",
      start_date: "2009-06-01",
      stop_date: "2009-12-01",
      stop_reason: "toxicity",
    }),
  ],
  assessments: [
    visit({
      assessment_id: "P1-A0",
      date: "2009-02-05",
      role: "baseline",
      target_sum_mm: "50",
      nontarget_status: "present",
      new_lesion: "N",
    }),
    visit({
      assessment_id: "P1-A1",
      date: "2009-05-30",
      role: "follow-up",
      target_sum_mm: "48",
      nontarget_status: "non-CR/non-PD",
      new_lesion: "Y",
      new_lesion_site: "bone",
      overall_response: "PD",
    }),
  ],
  lesions: [
    lesion({ assessment_id: "P1-A0", lesion_label: "T1", diameter_mm: "30" }),
    lesion({
      assessment_id: "P1-A0",
      lesion_label: "T2",
      organ: "lymph_node",
      is_lymph_node: "1",
      axis: "short",
      diameter_mm: "20",
    }),
    lesion({ assessment_id: "P1-A1", lesion_label: "T1", diameter_mm: "28" }),
    lesion({
      assessment_id: "P1-A1",
      lesion_label: "T2",
      organ: "lymph_node",
      is_lymph_node: "1",
      axis: "short",
      diameter_mm: "20",
    }),
  ],
};

/** The records with some cells of one line (the header is line 1) replaced. */
export function withCells(records: Records, table: RegistryTable, lineNumber: number, cells: Cells): Records {
  const rows = records[table].map((row, index) => (index === lineNumber - 2 ? { ...row, ...cells } : row));
  return { ...records, [table]: rows };
}

/** The records with a line added to one file. */
export function withLine(records: Records, table: RegistryTable, cells: Cells): Records {
  return { ...records, [table]: [...records[table], { ...records[table].at(-1), ...cells }] };
}

/** The records as the four files. */
export function filesOf(records: Records): ImportFile[] {
  return registryTables.map((table) => {
    const { file, columns } = registryLayout[table];
    return fileOf(file, csvText(columns, records[table]));
  });
}

/** A file of a text. */
export function fileOf(name: string, text: string): ImportFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** A registry with two sites and nobody in it. */
export const emptyRegistry: Registry = {
  sites: [
    { id: "BER", name: "Berlin", sourceId: "C1" },
    { id: "HAN", name: "Hannover", sourceId: "C2" },
  ],
  known: { patients: new Set(), lines: new Set(), assessments: new Set() },
  createSites: false,
  today: "2020-01-01",
};

/** The plan of files that can be read; a failure of the test where they cannot. */
export function planOf(files: readonly ImportFile[], registry: Registry = emptyRegistry): ImportPlan {
  const { tables, problems } = readRegistryFiles(files);
  if (!tables) throw new Error(JSON.stringify(problems));
  return planImport(tables, registry, problems);
}

/** Every problem of some records, reading them included. */
export function problemsOf(records: Records, registry: Registry = emptyRegistry): readonly Problem[] {
  return planOf(filesOf(records), registry).problems;
}
