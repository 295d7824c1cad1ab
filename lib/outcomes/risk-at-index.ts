import {
  correctedCalcium,
  type RiskFacts,
  riskResult,
  type RiskScore,
  riskScores,
} from "../oncology/risk-group";
import { type Moment, momentOf, months } from "./interval";
import type { RiskAtIndex } from "./patient-outcome";
import type { PatientRecord } from "./patient-record";
import type { ViewedLine } from "./patient-view";

type RiskEntry = PatientRecord["risks"][number];

/** The latest risk record on or before the start of a line (reading 16). */
function latestRisk(record: PatientRecord, start: Moment): { entry: RiskEntry; day: number } | null {
  return record.risks.reduce<{ entry: RiskEntry; day: number } | null>((found, entry) => {
    const day = momentOf(entry.values.date)?.day;
    if (day === undefined || day > start.day) return found;
    return found && found.day > day ? found : { entry, day };
  }, null);
}

/** Whether the kidney had been removed by the start of a line; null where that is not known. */
function hadNephrectomy({ diagnosis }: PatientRecord, start: Moment): boolean | null {
  const answer = diagnosis?.values.nephrectomy ?? null;
  if (answer === null) return null;
  const day = momentOf(diagnosis?.values.nephrectomyDate)?.day;
  return answer === "yes" && (day === undefined || day <= start.day);
}

function factsOf(
  record: PatientRecord,
  risk: RiskEntry | null,
  [index, first]: readonly [ViewedLine, ViewedLine],
): RiskFacts {
  const diagnosed = momentOf(record.diagnosis?.values.diagnosisDate);
  const values = risk?.values;
  return {
    karnofsky: values?.karnofsky ?? null,
    ecog: values?.ecog ? Number(values.ecog) : null,
    monthsToTherapy: diagnosed ? months(first.start.day - diagnosed.day) : null,
    haemoglobin: values?.haemoglobin ?? null,
    haemoglobinLln: values?.haemoglobinLln ?? null,
    correctedCalcium: correctedCalcium(values?.calcium ?? null, values?.albumin ?? null),
    calciumUln: values?.calciumUln ?? null,
    neutrophils: values?.neutrophils ?? null,
    neutrophilsUln: values?.neutrophilsUln ?? null,
    platelets: values?.platelets ?? null,
    plateletsUln: values?.plateletsUln ?? null,
    ldh: values?.ldh ?? null,
    ldhUln: values?.ldhUln ?? null,
    nephrectomy: hadNephrectomy(record, index.start),
  };
}

/** The risk scores at the index line. Diagnosis to systemic therapy runs to the first metastatic line (reading 15). */
export function riskAtIndex(
  record: PatientRecord,
  index: ViewedLine,
  firstMetastatic: ViewedLine,
): RiskAtIndex {
  const latest = latestRisk(record, index.start);
  const facts = factsOf(record, latest?.entry ?? null, [index, firstMetastatic]);
  const scores = riskScores.map((score): [RiskScore, RiskAtIndex["scores"][RiskScore]] => {
    const { points, unknown, possible, group } = riskResult(score, facts);
    return [score, { points, unknown, possible, group }];
  });
  return {
    source: latest && {
      form: "risk",
      entryId: latest.entry.id,
      sourceId: latest.entry.sourceId,
      field: "date",
    },
    ageDays: latest && index.start.day - latest.day,
    scores: Object.fromEntries(scores) as RiskAtIndex["scores"], // one for each score
  };
}
