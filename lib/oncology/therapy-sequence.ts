/** What the order and the choice of lines need to know of a line. Days are day numbers since 1970-01-01. */
export type SequencedLine = {
  readonly id: string;
  readonly setting: string | null;
  readonly drugs: readonly string[];
  readonly startDay: number;
  readonly stopDay: number | null;
  /** The number given by hand, which decides between lines of one day. */
  readonly givenNumber: number | null;
};

/** Lines in order of their first dose; on one day the number given by hand decides, then the earlier stop, then the id. */
export function inSequence<L extends SequencedLine>(lines: readonly L[]): L[] {
  return lines.toSorted(
    (a, b) =>
      a.startDay - b.startDay ||
      (a.givenNumber ?? 0) - (b.givenNumber ?? 0) ||
      (a.stopDay ?? Infinity) - (b.stopDay ?? Infinity) ||
      (a.id < b.id ? -1 : 1),
  );
}

export type IndexRule = {
  readonly position: "first systemic line" | "any position";
  readonly drugs: readonly string[];
  /** Whether a combination counts; one listed component then suffices (reading 2). */
  readonly combinations: boolean;
};

/** True when the line's drugs meet the rule: one listed drug alone, or in a combination where combinations count. */
export function hasIndexDrug(line: Pick<SequencedLine, "drugs">, rule: IndexRule): boolean {
  if (line.drugs.length > 1 && !rule.combinations) return false;
  return line.drugs.some((drug) => rule.drugs.includes(drug));
}

export type IndexLine<L> = {
  /** The lines for metastatic disease, in sequence. Adjuvant lines are no index lines (reading 1). */
  readonly metastatic: readonly L[];
  readonly index: L | null;
};

/** The index line of a sequence: the first metastatic line if its drug is listed, or the first metastatic line with a listed drug in any position. */
export function indexLine<L extends SequencedLine>(sequence: readonly L[], rule: IndexRule): IndexLine<L> {
  const metastatic = sequence.filter((line) => line.setting === "metastatic");
  const candidates = rule.position === "first systemic line" ? metastatic.slice(0, 1) : metastatic;
  return { metastatic, index: candidates.find((line) => hasIndexDrug(line, rule)) ?? null };
}

/** The very next systemic line after a line, whatever it is; null when there is none. */
export function nextLine<L extends SequencedLine>(sequence: readonly L[], line: L): L | null {
  const position = sequence.findIndex((item) => item.id === line.id);
  return position < 0 ? null : (sequence[position + 1] ?? null);
}
