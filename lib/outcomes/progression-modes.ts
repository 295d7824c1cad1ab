import type { ProgressionMode } from "./patient-outcome";
import type { StudyDefinition } from "./study-definition";

export type ModeName = { readonly id: string; readonly mode: ProgressionMode; readonly label: string };

/** The modes of progression a study distinguishes: clinical progression only where it counts. */
export function modesOf(definition: StudyDefinition): ModeName[] {
  const imaging: ModeName[] = [
    { id: "new_lesion", mode: "new lesion", label: "a new metastatic lesion" },
    { id: "growth", mode: "growth", label: "growth of existing lesions" },
  ];
  return definition.clinicalProgression
    ? [...imaging, { id: "clinical", mode: "clinical", label: "clinical progression" }]
    : imaging;
}
