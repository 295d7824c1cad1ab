import { intrinsicResistance } from "../outcomes/study-definition";
import type { StudyDefinition } from "../outcomes/study-definition";

/** The studies of this registry. */
export const studyDefinitions: readonly StudyDefinition[] = [intrinsicResistance];

/** The study of a slug, or null. */
export function studyBySlug(slug: string): StudyDefinition | null {
  return studyDefinitions.find((study) => study.slug === slug) ?? null;
}
