import { kaplanMeier } from "../stats/kaplan-meier";
import { median } from "../stats/quantile";
import { reverseKaplanMeier } from "../stats/reverse-kaplan-meier";
import { spssMedianInterval } from "../stats/spss-median-interval";
import { medianSurvival } from "../stats/survival-quantile";
import { type Member, refOf, timeOf, type TreatedMember } from "./cohort";
import { months } from "./interval";
import type { TimeToEvent } from "./patient-outcome";
import type { Figure, Interval, MedianMethod, SurvivalSubject } from "./study-report";

const inMonths = (days: number | null) => (days === null ? null : months(days));

const extremes = (days: readonly number[]) => ({
  min: days.length === 0 ? null : Math.min(...days),
  max: days.length === 0 ? null : Math.max(...days),
});

type Timed<M extends Member> = { readonly member: M; readonly time: TimeToEvent };

const timed = <M extends Member>(
  members: readonly M[],
  pick: (member: M) => TimeToEvent | undefined,
): Timed<M>[] =>
  members.flatMap((member) => {
    const time = pick(member);
    return time ? [{ member, time }] : [];
  });

/** The treatment interval over lines with a visible stop, and apart from it the others (reading 18). */
export function treatmentInterval(cohort: readonly Member[]): Figure[] {
  const stopped = timed(cohort, (member) => timeOf(member, "treatment interval", member.index.number));
  const days = stopped.map(({ time }) => time.days);
  const [middle, range] = [median(days), extremes(days)];
  const others = cohort.filter((member) => !stopped.some((item) => item.member === member));
  const shared = { unit: "months", lower: null, upper: null, events: null, p: null } as const;
  return [
    {
      ...shared,
      id: "treatment_interval",
      label: "Treatment interval of the first rTKI",
      value: inMonths(middle),
      min: inMonths(range.min),
      max: inMonths(range.max),
      n: stopped.length,
      method: "median of stop − start (type 7), months of 30.4375 days",
      patients: stopped.map(({ member }) => refOf(member)),
      days: { median: middle, ...range },
    },
    {
      ...shared,
      id: "treatment_interval.not_stopped",
      label: "First rTKI ongoing, lost, or stopped on an unknown day",
      value: others.length,
      unit: "patients",
      min: null,
      max: null,
      n: cohort.length,
      method: "count",
      patients: others.map(refOf),
    },
  ];
}

/** The subjects of overall survival: the cohort from the first dose of the index line. */
export function survivalSubjects(cohort: readonly Member[]): SurvivalSubject[] {
  return subjectsOf(timed(cohort, (member) => timeOf(member, "OS", member.index.number)));
}

/** The subjects of progression-free survival of the subsequent line, from its first dose. */
export function subsequentSubjects(treated: readonly TreatedMember[]): SurvivalSubject[] {
  return subjectsOf(timed(treated, (member) => timeOf(member, "PFS", member.subsequent.number)));
}

function subjectsOf(rows: readonly Timed<Member>[]): SurvivalSubject[] {
  return rows.map(({ member, time }) => ({
    patient: refOf(member),
    days: time.days,
    event: time.event,
    reason: time.reason,
  }));
}

/** The medians a report gives: PFS of the sequential therapy and OS, by Kaplan–Meier, each with its limits by four methods. */
export function survivalFigures(cohort: readonly Member[], treated: readonly TreatedMember[]): Figure[] {
  return [
    medianFigure(
      "pfs_subsequent",
      "Progression-free survival of the subsequent line",
      subsequentSubjects(treated),
    ),
    medianFigure("os", "Overall survival from the first dose of the first rTKI", survivalSubjects(cohort)),
  ];
}

function medianFigure(id: string, label: string, subjects: readonly SurvivalSubject[]): Figure {
  const days = subjects.map((subject) => subject.days);
  const curve = kaplanMeier(
    days,
    subjects.map((subject) => subject.event),
  );
  const middle = medianSurvival(curve, "log-log");
  const range = extremes(days);
  const interval = (method: Exclude<MedianMethod, "spss">): Interval => {
    const { lower, upper } = medianSurvival(curve, method);
    return { lower: inMonths(lower), upper: inMonths(upper) };
  };
  const spss = spssMedianInterval(curve);
  return {
    id,
    label,
    value: inMonths(middle.value),
    unit: "months",
    lower: inMonths(middle.lower),
    upper: inMonths(middle.upper),
    min: inMonths(range.min),
    max: inMonths(range.max),
    n: subjects.length,
    events: subjects.filter((subject) => subject.event === 1).length,
    p: null,
    method: "Kaplan–Meier median, 95 % Brookmeyer–Crowley limits, log-log",
    patients: subjects.map((subject) => subject.patient),
    days: { median: middle.value, ...range },
    intervals: {
      "log-log": interval("log-log"),
      log: interval("log"),
      plain: interval("plain"),
      spss: { lower: inMonths(spss.lower), upper: inMonths(spss.upper) },
    },
  };
}

/** Median follow-up by the reverse Kaplan–Meier method: death censors. */
export function followUpFigure(cohort: readonly Member[]): Figure {
  const subjects = survivalSubjects(cohort);
  const curve = reverseKaplanMeier(
    subjects.map((subject) => subject.days),
    subjects.map((subject) => subject.event),
  );
  const { value, lower, upper } = medianSurvival(curve, "log-log");
  return {
    id: "follow_up",
    label: "Median follow-up",
    value: inMonths(value),
    unit: "months",
    lower: inMonths(lower),
    upper: inMonths(upper),
    min: null,
    max: null,
    n: subjects.length,
    events: subjects.filter((subject) => subject.event === 0).length,
    p: null,
    method: "reverse Kaplan–Meier median, 95 % limits, log-log",
    patients: subjects.map((subject) => subject.patient),
    days: { median: value, min: null, max: null },
  };
}
