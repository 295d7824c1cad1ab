import { describe, expect, it } from "vitest";
import type { PlannedEntry } from "./registry-entry";
import { filesOf, planOf, type Records, smallRegistry, withCells, withLine } from "./testing";

const entriesOf = (records: Records, patient: number, form: string): PlannedEntry[] =>
  (planOf(filesOf(records)).patients[patient]?.entries ?? []).filter((entry) => entry.form === form);

const content = (records: Records, patient: number, form: string, index = 0) =>
  entriesOf(records, patient, form)[index]?.content;

describe("the entries of an import", () => {
  it("keeps the year of birth, the site and the source id, and marks what the files do not hold", () => {
    const [enrolment] = entriesOf(smallRegistry, 0, "enrolment");
    expect(enrolment?.sourceId).toBe("P1");
    expect(enrolment?.content.values).toMatchObject({
      site: "BER",
      sex: "female",
      yearOfBirth: 1950,
      dataOrigin: "synthetic",
    });
    expect(enrolment?.content.missing).toEqual({
      consentDate: "not-available",
      consentScope: "not-available",
    });
  });

  it("says Fuhrman of a grade, and nothing where there is none", () => {
    expect(content(smallRegistry, 0, "diagnosis")?.values).toMatchObject({
      grade: "2",
      gradeSystem: "fuhrman",
    });
    const ungraded = content(withCells(smallRegistry, "patients", 2, { fuhrman_grade: "" }), 0, "diagnosis");
    expect(ungraded?.values.gradeSystem).toBeNull();
    expect(ungraded?.missing).toMatchObject({ grade: "not-available", tnmEdition: "not-available" });
    expect(ungraded?.missing).not.toHaveProperty("gradeSystem");
  });

  it("keeps the limits of a blank laboratory value, and never makes it 0", () => {
    const risk = content(
      withCells(smallRegistry, "patients", 2, { hb_g_dl: "", karnofsky: "", ecog: "" }),
      0,
      "risk",
    );
    expect(risk?.values).toMatchObject({
      haemoglobin: null,
      haemoglobinLln: 12,
      karnofsky: null,
      ecog: null,
      ldh: 200,
    });
    expect(risk?.missing).toEqual({
      haemoglobin: "not-available",
      karnofsky: "not-available",
      ecog: "not-available",
    });
    expect(risk?.units).toMatchObject({ ldh: "U/L", calcium: "mmol/L" });
  });

  it("makes no risk record of limits alone", () => {
    const blank = Object.fromEntries(
      [
        "karnofsky",
        "ecog",
        "hb_g_dl",
        "calcium_mmol_l",
        "albumin_g_l",
        "ldh_u_l",
        "neutrophils_g_l",
        "platelets_g_l",
        "risk_assessed_date",
      ].map((column) => [column, ""]),
    );
    const plan = planOf(filesOf(withCells(smallRegistry, "patients", 2, blank)));
    expect(plan.ok).toBe(true);
    expect(plan.patients[0]?.entries.some((entry) => entry.form === "risk")).toBe(false);
    expect(plan.patients[1]?.entries.some((entry) => entry.form === "risk")).toBe(true);
  });

  it("gives the dead a date of death, and the others a last contact", () => {
    expect(content(smallRegistry, 0, "follow-up")?.values).toMatchObject({
      status: "dead",
      date: null,
      deathDate: "2010-03-01",
      deathCause: "mRCC",
    });
    expect(content(smallRegistry, 1, "follow-up")?.values).toMatchObject({
      status: "alive",
      date: "2010-05-01",
      deathDate: null,
    });
    const lost = withCells(smallRegistry, "patients", 3, { vital_status: "lost" });
    expect(content(lost, 1, "follow-up")?.values).toMatchObject({ status: "lost", date: "2010-05-01" });
  });

  it.each([
    ["everolimus+lenvatinib", ["everolimus", "lenvatinib"]],
    [" lenvatinib  +  everolimus ", ["lenvatinib", "everolimus"]],
  ])("reads the combination %s without a word about its class", (drugs, expected) => {
    const records = withCells(smallRegistry, "lines", 3, { drugs });
    expect(content(records, 0, "therapy", 1)?.values.drugs).toEqual(expected);
    expect(planOf(filesOf(records)).problems).toEqual([]);
  });

  it.each<[Readonly<Record<string, string>>, Readonly<Record<string, unknown>>]>([
    [
      { ongoing: "1", stop_reason: "ongoing", stop_date: "" },
      { status: "ongoing", stopDate: null, stopReason: null },
    ],
    [
      { ongoing: "1", stop_reason: "", stop_date: "" },
      { status: "ongoing", stopDate: null, stopReason: null },
    ],
    [
      { ongoing: "0", stop_reason: "lost to follow-up", stop_date: "" },
      { status: "lost", stopDate: null, stopReason: null },
    ],
    [
      { stop_reason: "clinical progression" },
      { status: "stopped", stopDate: "2009-12-01", stopReason: "clinical progression" },
    ],
    [{ stop_reason: "" }, { status: "stopped", stopDate: "2009-12-01", stopReason: null }],
    [{ start_date: "2009-12-01" }, { status: "stopped", startDate: "2009-12-01", stopDate: "2009-12-01" }],
  ])("reads the course %j", (cells, expected) => {
    const records = withCells(smallRegistry, "lines", 3, cells);
    const therapy = content(records, 0, "therapy", 1);
    expect(planOf(filesOf(records)).problems).toEqual([]);
    expect(therapy?.values).toMatchObject(expected);
    expect(therapy?.missing.stopReason).toBe(
      cells.stop_reason === "" && cells.ongoing !== "1" ? "not-available" : undefined,
    );
  });

  it("puts the target lesions into their assessment, a blank diameter as not measured and 0 as gone", () => {
    let records = withCells(smallRegistry, "lesions", 4, { diameter_mm: "0" });
    records = withCells(records, "lesions", 5, { diameter_mm: "" });
    records = withCells(records, "assessments", 3, { target_sum_mm: "" });
    const visit = content(records, 0, "assessment", 1);
    expect(planOf(filesOf(records)).problems).toEqual([]);
    expect(visit?.values.lesions).toEqual([
      { label: "T1", organ: "lung", node: "no", diameter: 0 },
      { label: "T2", organ: "lymph_node", node: "yes", diameter: null },
    ]);
    expect(visit?.values).toMatchObject({ newLesion: "yes", newLesionSite: "bone", response: "PD" });
  });

  it("collects no new lesion at baseline", () => {
    const baseline = content(smallRegistry, 0, "assessment");
    expect(baseline?.values).toMatchObject({ role: "baseline", newLesion: null, response: null });
    expect(baseline?.missing).toEqual({});
  });

  it("takes a non-target response, and a visit that was not evaluable with its reason", () => {
    const nontarget = { new_lesion: "N", new_lesion_site: "", overall_response: "non-CR/non-PD" };
    let records = withCells(smallRegistry, "assessments", 3, nontarget);
    expect(content(records, 0, "assessment", 1)?.values.response).toBe("non-CR/non-PD");
    records = withCells(records, "assessments", 3, {
      overall_response: "NE",
      not_evaluable_reason: "scan lost, again",
    });
    expect(content(records, 0, "assessment", 1)?.values).toMatchObject({
      response: "NE",
      notEvaluableReason: "scan lost, again",
    });
    expect(planOf(filesOf(records)).problems).toEqual([]);
  });

  it("keeps patients of unknown sex and without any line", () => {
    const records = withLine(smallRegistry, "patients", { patient_id: "P3", sex: "U" });
    expect(content(records, 2, "enrolment")?.values.sex).toBe("unknown");
    expect(entriesOf(records, 2, "therapy")).toEqual([]);
  });
});
