import type { TypedRow } from "./typed-content";

/** A lesion of an earlier assessment. */
export type PreviousLesion = {
  readonly label: string;
  readonly organ: string;
  readonly node: string;
  readonly diameter: number | null;
};

/** An assessment of the patient, as far as another one needs it. */
export type Visit = {
  readonly id: string;
  readonly line: string;
  readonly date: string;
  readonly role: string;
  readonly lesions: readonly PreviousLesion[];
};

type Place = { readonly line: string; readonly date: string; readonly entryId: string | null };

/** The latest assessment of the line before a date (without a date: the latest), other than the entry in hand. */
export function previousVisit(visits: readonly Visit[], { line, date, entryId }: Place): Visit | null {
  const earlier = visits.filter(
    (visit) => visit.line === line && visit.id !== entryId && (date === "" || visit.date < date),
  );
  return earlier.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1) ?? null;
}

/** The lesions of an assessment as the rows of the next one: the same lesions, not measured yet. */
export function copiedLesions(visit: Visit | null): TypedRow[] {
  return (visit?.lesions ?? []).map(({ label, organ, node }) => ({ label, organ, node, diameter: "" }));
}

/** True while nobody has measured or changed what was copied. */
export function isUntouched(rows: readonly TypedRow[], copied: readonly TypedRow[]): boolean {
  return rows.length === 0 || JSON.stringify(rows) === JSON.stringify(copied);
}

/** The diameter of the same lesion at an earlier assessment, by its label. */
export function diameterBefore(visit: Visit | null, label: string): number | null {
  const wanted = label.trim().toLowerCase();
  const lesion = visit?.lesions.find((item) => item.label.trim().toLowerCase() === wanted);
  return wanted === "" ? null : (lesion?.diameter ?? null);
}

export type DiameterSum = { readonly sumMm: number; readonly measured: number; readonly lesions: number };

/** The sum of the diameters that are numbers, and how many of the lesions were measured. */
export function diameterSum(rows: readonly { readonly diameter?: unknown }[]): DiameterSum {
  const diameters = rows
    .map((row) => numberOf(row.diameter))
    .filter((value): value is number => value !== null);
  const sum = diameters.reduce((total, value) => total + value, 0);
  return { sumMm: Number(sum.toPrecision(12)), measured: diameters.length, lesions: rows.length };
}

function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || !/^\d+(?:[.,]\d+)?$/.test(value.trim())) return null;
  return Number(value.trim().replace(",", "."));
}
