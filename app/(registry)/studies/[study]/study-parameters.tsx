import { dateText } from "@/lib/crf/partial-date";
import type { ResistanceRule, StudyDefinition } from "@/lib/outcomes/study-definition";
import classes from "./study.module.css";

const yesNo = (value: boolean) => (value ? "yes" : "no");

function ruleText(rule: ResistanceRule): string {
  switch (rule.rule) {
    case "first evaluable assessment":
    case "first assessment":
      return `PD at the ${rule.rule}`;
    case "within months":
      return `PD within ${rule.months} months`;
    case "best response":
      return `best response PD, SD from day ${rule.minimumSdDays}, confirmation ${yesNo(rule.confirmation)}`;
  }
}

const newTherapy: Readonly<Record<StudyDefinition["newTherapy"], string>> = {
  censors: "censors PFS",
  ignored: "is ignored",
  event: "is an event of PFS",
};

/** The data cut-off of a study in words. */
export function cutoffText({ cutoff }: StudyDefinition): string {
  return cutoff ? dateText(cutoff) : "none (today)";
}

/** Every choice of a study definition with its value. */
export function studyParameters(study: StudyDefinition): readonly (readonly [string, string])[] {
  const { onTreatmentDays, assessmentIntervalDays } = study;
  return [
    ["Definition", `${study.slug}, version ${study.version}`],
    ["Index line", study.indexPosition],
    ["Index drugs", study.indexDrugs.join(", ")],
    ["Combinations count", yesNo(study.combinations)],
    ["Resistance event", ruleText(study.resistance)],
    ["Response source", study.responseSource],
    ["Clinical progression counts", yesNo(study.clinicalProgression)],
    [
      "On treatment",
      onTreatmentDays === null
        ? "any gap"
        : `PD on treatment or ≤ ${onTreatmentDays} days after the last dose`,
    ],
    ["Stop for toxicity excluded", yesNo(study.excludeToxicity)],
    ["Data cut-off", cutoffText(study)],
    ["New therapy before progression", newTherapy[study.newTherapy]],
    [
      "Two or more missed assessments",
      assessmentIntervalDays === null ? "ignored" : `censor; one is due every ${assessmentIntervalDays} days`,
    ],
  ];
}

/** The parameters of a study as a list of terms. */
export function StudyParameters({ study }: { readonly study: StudyDefinition }) {
  return (
    <dl className={classes.terms}>
      {studyParameters(study).map(([name, value]) => (
        <Term key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function Term({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
