import { dateText } from "../crf/partial-date";
import type { StudyDefinition } from "./study-definition";
import type { Method } from "./study-report";

const newTherapyText: Readonly<Record<StudyDefinition["newTherapy"], string>> = {
  censors:
    "A new anticancer therapy before progression censors PFS at the last evaluable assessment on or before its start.",
  ignored: "PFS follows progression and assessments into later lines.",
  event: "The start of a new anticancer therapy before progression is an event of PFS.",
};

function resistanceText({ resistance }: StudyDefinition): string {
  switch (resistance.rule) {
    case "first evaluable assessment":
      return "Progressive disease at the first evaluable assessment of the index line.";
    case "first assessment":
      return "Progressive disease at the first assessment of the index line, evaluable or not.";
    case "within months":
      return `Progressive disease within ${resistance.months} months (days ≤ ${resistance.months} × 30.4375) of the first dose.`;
    case "best response":
      return `Progressive disease as best overall response, stable disease counting from day ${resistance.minimumSdDays}, ${resistance.confirmation ? "with" : "without"} confirmation after 28 days.`;
  }
}

/** The choices and the readings behind a study's figures, in words. */
export function methodsOf(definition: StudyDefinition): Method[] {
  const { cutoff, onTreatmentDays, assessmentIntervalDays: due } = definition;
  return [
    {
      name: "Index line",
      text: `${definition.indexPosition === "first systemic line" ? "The first systemic line for metastatic disease, if it is" : "The first line for metastatic disease, in any position, with"} one of: ${definition.indexDrugs.join(", ")}. A combination ${definition.combinations ? "counts if it holds one of them" : "does not count"}. Adjuvant lines are skipped, and prior cytokine is history, not a line.`,
    },
    { name: "Resistance", text: resistanceText(definition) },
    {
      name: "Response",
      text: `${definition.responseSource === "investigator" ? "As the investigator entered it" : `Computed by ${definition.responseSource}`}. Clinical progression without imaging ${definition.clinicalProgression ? "counts as PD on the day of the stop" : "does not count"}.`,
    },
    {
      name: "On treatment",
      text: `${onTreatmentDays === null ? "Progression at any time counts" : `The progression falls on treatment or at most ${onTreatmentDays} days after the last dose`}. A line stopped for toxicity is ${definition.excludeToxicity ? "" : "not "}excluded.`,
    },
    {
      name: "Data cut-off",
      text: cutoff
        ? `${dateText(cutoff)}, that day included: later records are not seen, a later stop means ongoing, a later death means alive.`
        : "None: everything entered until today.",
    },
    {
      name: "Mode of progression",
      text: "New lesion if the assessment with PD shows one, else growth of existing lesions.",
    },
    {
      name: "Subsequent therapy",
      text: "The very next systemic line. Its class is rTKI or mTOR inhibitor if every component is one, else other. Stabilised: unconfirmed CR or PR at any time, or SD on day 42 or later; refractory: PD; else not evaluable.",
    },
    {
      name: "Overall survival",
      text: "From the first dose of the index line to death of any cause; censored at the last contact.",
    },
    {
      name: "Progression-free survival",
      text: `From the first dose of the line to PD or death, whichever first; censored at the last evaluable assessment, at the origin where there is none. ${newTherapyText[definition.newTherapy]} ${
        due === null
          ? "Missed assessments are ignored."
          : `An event more than ${2 * due} days after the last evaluable assessment (two missed, one due every ${due} days) is censored there.`
      }`,
    },
    {
      name: "Time",
      text: "Intervals are end − start with no added day; months are days / 30.4375. A date without its day counts as the 15th, without its month as 1 July; the entered precision is kept with each time.",
    },
    {
      name: "Statistics",
      text: "Kaplan–Meier with 95 % log-log limits; medians with Brookmeyer–Crowley limits (log-log, log, plain) and the SPSS-type interval, median ± 1.959964 · SE. Medians of raw values are the mean of the two middle ones (type 7). Proportions with Clopper–Pearson intervals, tables with Fisher's exact test over evaluable lines.",
    },
  ];
}
