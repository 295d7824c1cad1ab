import type { CriterionId } from "@/lib/outcomes/patient-outcome";

/** The addresses within one study's pages. */
export function studyLinks(slug: string) {
  const study = `/studies/${encodeURIComponent(slug)}`;
  const patients = (query: Readonly<Record<string, string>>) =>
    `${study}/patients?${new URLSearchParams(query)}`;
  return {
    study,
    figure: (id: string) => patients({ figure: id }),
    excluded: (criterion: CriterionId | string) => patients({ excluded: criterion }),
    remaining: (criterion: CriterionId | string) => patients({ flow: criterion }),
    registered: patients({ flow: "registered" }),
    cell: (table: string, row: string, outcome: string) => patients({ table, row, outcome }),
    verdicts: (patientId: string) => `${study}/patients/${encodeURIComponent(patientId)}`,
    members: (show: string, page = 1) =>
      `${study}?${new URLSearchParams({ members: show, ...(page > 1 ? { page: String(page) } : {}) })}#membership`,
  };
}

export type StudyLinks = ReturnType<typeof studyLinks>;
