import { lineClasses } from "../oncology/drugs";
import { fisherExact2x2 } from "../stats/fisher-exact";
import { fisherExactTable } from "../stats/fisher-exact-table";
import { refOf, type TreatedMember } from "./cohort";
import { modesOf } from "./progression-modes";
import type { StudyDefinition } from "./study-definition";
import type { ContingencyTable } from "./study-report";

type Row = ContingencyTable["rows"][number];
type Test = ContingencyTable["tests"][number];

function rowOf(id: string, label: string, members: readonly TreatedMember[]): Row {
  const by = (outcome: string) =>
    members.filter((member) => member.subsequent.outcome === outcome).map(refOf);
  return {
    id,
    label,
    stabilised: by("stabilised"),
    refractory: by("refractory"),
    notEvaluable: by("not evaluable"),
  };
}

const counts = (row: Row) => [row.stabilised.length, row.refractory.length] as const;

/** Fisher's exact test over the rows with evaluable lines; no p where fewer than two rows have any. */
function fisherTest(rows: readonly Row[], note: string): Test {
  const filled = rows.map(counts).filter(([stabilised, refractory]) => stabilised + refractory > 0);
  const [first, second] = filled;
  const name = "Fisher's exact test, two-sided";
  if (!first || !second) return { name, p: null, note: "fewer than two groups with evaluable lines" };
  const { p } = filled.length === 2 ? fisherExact2x2([first, second]) : fisherExactTable(filled);
  return { name, p, note };
}

/** Outcome of the subsequent line by mode of progression and by class, over evaluable lines, each with Fisher's p (reading 20). */
export function contingencyTables(
  definition: StudyDefinition,
  treated: readonly TreatedMember[],
): ContingencyTable[] {
  const modes = modesOf(definition).map(({ id, mode, label }) =>
    rowOf(
      id,
      label,
      treated.filter((member) => member.progression?.mode === mode),
    ),
  );
  const classes = lineClasses.map(({ id, label }) =>
    rowOf(
      id,
      label,
      treated.filter((member) => member.subsequent.lineClass === id),
    ),
  );
  const compared = classes.filter((row) => row.id !== "other");
  return [
    {
      id: "disease_control_by_mode",
      title: "Disease control by mode of progression",
      rows: modes,
      tests: [
        fisherTest(
          modes.filter((row) => row.id !== "clinical"),
          definition.clinicalProgression ? "new lesion against growth; clinical progression left out" : "",
        ),
      ],
    },
    {
      id: "disease_control_by_class",
      title: "Disease control by class of the subsequent therapy",
      rows: classes,
      tests: [
        fisherTest(compared, "rTKI against mTOR inhibitor"),
        fisherTest(classes, "all classes with evaluable lines"),
      ],
    },
  ];
}
