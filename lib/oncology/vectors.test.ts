import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { bestOverallResponse, type DatedResponse } from "./best-response";
import { type NonTargetStatus, overallResponse, type Response, targetResponse } from "./recist";
import { riskResult, type RiskScore } from "./risk-group";

const vectors = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(import.meta.dirname, "vectors", `${name}_vectors.csv`)), {
    columns: true,
    relax_quotes: true,
  });

const of = (row: Readonly<Record<string, string>>, column: string) => row[column] ?? "";

describe("RECIST vectors", () => {
  it.each(vectors("recist"))("$why", (row) => {
    for (const version of ["1.0", "1.1"] as const) {
      const suffix = version.replace(".", "_");
      const none = of(row, "baseline_sum_mm") === "";
      const measured = of(row, "current_sum_mm") !== "";
      const target = none
        ? null
        : targetResponse(
            {
              baselineMm: Number(of(row, "baseline_sum_mm")),
              nadirMm: Number(of(row, "nadir_sum_mm")),
              currentMm: Number(of(row, "current_sum_mm")),
              complete: measured,
              gone: of(row, "all_targets_gone_or_nodes_lt10") === "1",
            },
            version,
          );
      expect(target ?? "").toBe(of(row, `target_${suffix}`));
      const findings = {
        target,
        nonTarget: of(row, "nontarget_status") as NonTargetStatus,
        newLesion: of(row, "new_lesion") === "Y",
      };
      expect(overallResponse(findings, version)).toBe(of(row, `overall_${suffix}`));
    }
  });
});

const sequence = (text: string): DatedResponse[] =>
  text
    .split(" ")
    .filter(Boolean)
    .map((item) => {
      const [day = "", response = ""] = item.split(":");
      return { day: Number(day), response: response as Response };
    });

describe("best overall response vectors", () => {
  it.each(vectors("bor"))("$sequence_day_response: $why", (row) => {
    const visits = sequence(of(row, "sequence_day_response"));
    expect(bestOverallResponse(visits, { minimumSdDays: 42, confirmation: false })).toBe(
      of(row, "bor_unconfirmed_minSD42"),
    );
    expect(bestOverallResponse(visits, { minimumSdDays: 42, confirmation: true })).toBe(
      of(row, "bor_confirmed_minSD42"),
    );
  });
});

describe("risk group vectors", () => {
  const columns: Readonly<Record<RiskScore, string>> = {
    IMDC: "imdc",
    "MSKCC 2002": "mskcc2002",
    "MSKCC 1999": "mskcc1999",
  };
  it.each(vectors("risk"))("KPS $kps, $months_diagnosis_to_therapy months, Hb $hb_g_dl", (row) => {
    const value = (column: string) => Number(of(row, column));
    const facts = {
      karnofsky: value("kps"),
      ecog: null,
      monthsToTherapy: value("months_diagnosis_to_therapy"),
      haemoglobin: value("hb_g_dl"),
      haemoglobinLln: value("hb_lln"),
      correctedCalcium: value("corrected_ca_mmol_l"),
      calciumUln: value("ca_uln"),
      neutrophils: value("neutrophils"),
      neutrophilsUln: value("neut_uln"),
      platelets: value("platelets"),
      plateletsUln: value("plt_uln"),
      ldh: value("ldh"),
      ldhUln: value("ldh_uln"),
      nephrectomy: of(row, "nephrectomy") === "1",
    };
    for (const [score, column] of Object.entries(columns)) {
      const result = riskResult(score as RiskScore, facts);
      expect([result.points, result.group]).toEqual([value(`${column}_n`), of(row, `${column}_group`)]);
    }
  });
});
