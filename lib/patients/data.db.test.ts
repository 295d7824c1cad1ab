import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../db/testing";
import { type Context, type SiteScope, systemContext } from "../auth/viewer";
import { loadDemonstration } from "../demonstration/load";
import { linesOf, patientById, type PatientFilter, patientsPage, pseudonymsOf } from "./data";

let db: TestDatabase;

const contextOf = (sites: SiteScope): Context => {
  const whole = systemContext(db, "2026-11-24T08:00:00.000Z", "cli");
  return { ...whole, viewer: { ...whole.viewer, sites } };
};

const page = (over: Partial<PatientFilter> = {}, sites: SiteScope = "all") =>
  patientsPage(contextOf(sites), { search: "", site: null, sex: null, vital: null, page: 1, ...over });

beforeAll(async () => {
  db = await testDatabase();
  await loadDemonstration(systemContext(db, "2026-11-24T08:00:00.000Z", "cli"));
});

afterAll(() => db.drop());

describe("the list of patients", () => {
  it("pages through all of them, in order of pseudonym", async () => {
    const [first, second, beyond] = [await page(), await page({ page: 2 }), await page({ page: 99 })];
    expect([first.total, first.pages, first.patients.length, second.patients.length]).toEqual([
      60, 2, 50, 10,
    ]);
    expect(beyond.page).toBe(2);
    const pseudonyms = [...first.patients, ...second.patients].map((patient) => patient.pseudonym);
    expect(pseudonyms).toEqual(pseudonyms.toSorted());
    expect(new Set(pseudonyms).size).toBe(60);
  });

  it("finds by pseudonym or source id, whatever the case, and takes % and _ as they are", async () => {
    expect((await page({ search: "syn-010" })).patients.map((patient) => patient.pseudonym)).toEqual([
      "BER-0004",
    ]);
    expect((await page({ search: "ber-0004" })).total).toBe(1);
    expect((await page({ search: "%" })).total).toBe(0);
    expect((await page({ search: "SYN_010" })).total).toBe(0);
  });

  it("filters by site, sex and vital status", async () => {
    const { total } = await page();
    const sexes = await Promise.all(["male", "female", "unknown"].map((sex) => page({ sex })));
    expect(sexes.reduce((sum, found) => sum + found.total, 0)).toBe(total);
    const vital = await Promise.all(["alive", "dead", "lost"].map((status) => page({ vital: status })));
    expect(vital.reduce((sum, found) => sum + found.total, 0)).toBe(total);
    expect((await page({ site: "MUC" })).total).toBe(0);
  });

  it("holds only the viewer's sites, however it is asked", async () => {
    const berlin = await page({}, ["BER"]);
    expect(berlin.patients.every((patient) => patient.site === "BER")).toBe(true);
    expect((await page({ site: "HAN" }, ["BER"])).total).toBe(0);
    expect((await page({}, [])).total).toBe(0);
  });

  it("tells how far each form is", async () => {
    const [patient] = (await page({ search: "SYN-010" })).patients;
    expect(patient?.forms.find(({ form }) => form === "therapy")).toEqual({
      form: "therapy",
      draft: 0,
      complete: 3,
    });
    expect(patient?.vital).toBe("alive");
  });
});

it("does not give a patient of another site, nor the lines or the pseudonym", async () => {
  const id = (await page({ search: "SYN-010" })).patients[0]?.id ?? "";
  const [here, there] = [contextOf(["BER"]), contextOf(["HAN"])];
  expect((await patientById(here, id))?.pseudonym).toBe("BER-0004");
  expect(await patientById(there, id)).toBeNull();
  expect((await linesOf(here, id)).map((line) => line.label)).toEqual([
    "1 · sunitinib · 6 Sep 2008",
    "2 · temsirolimus · 24 Nov 2008",
    "3 · sorafenib · 30 Oct 2009",
  ]);
  expect(await linesOf(there, id)).toEqual([]);
  expect((await pseudonymsOf(there, [id])).size).toBe(0);
});
