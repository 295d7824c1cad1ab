"use client";

import { useEffect, useRef } from "react";
import { copiedLesions, isUntouched, previousVisit } from "./lesions";
import type { TypedRow } from "./typed-content";
import type { EntryForm } from "./use-entry-form";

/** In a new assessment, another therapy line brings the lesions of its latest assessment, as long as nothing was measured; the first visit of a line is its baseline. */
export function useLesionCopy({ state, setValue, getValues }: EntryForm): void {
  const line =
    state.formId === "assessment" && typeof state.typed.values.line === "string"
      ? state.typed.values.line
      : "";
  const before = useRef(line);
  const { visits, stored } = state;
  useEffect(() => {
    if (stored || line === before.current) return;
    const [old, next] = [before.current, line].map((id) =>
      previousVisit(visits, { line: id, date: "", entryId: null }),
    );
    before.current = line;
    const rows = getValues("values.lesions") as TypedRow[]; // the lesions are the form's only group
    if (isUntouched(rows, copiedLesions(old ?? null)))
      setValue("values.lesions", copiedLesions(next ?? null), { shouldDirty: true });
    setValue("values.role", next ? "follow-up" : "baseline", { shouldDirty: true });
  }, [line, stored, visits, getValues, setValue]);
}
