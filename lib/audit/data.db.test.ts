import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../db/testing";
import { type SiteScope, systemContext } from "../auth/viewer";
import { loadDemonstration } from "../demonstration/load";
import { patientsPage } from "../patients/data";
import { auditPage, entryHistory } from "./data";

let db: TestDatabase;

const now = "2026-11-24T08:00:00.000Z";

const context = (sites: SiteScope, role: "coordinator" | "administrator" = "coordinator") => {
  const whole = systemContext(db, now, "cli", role);
  return { ...whole, viewer: { ...whole.viewer, sites } };
};

const all = { action: null, patientId: null, page: 1 };

beforeAll(async () => {
  db = await testDatabase();
  await loadDemonstration(systemContext(db, now, "cli"));
});

afterAll(() => db.drop());

describe("the audit trail", () => {
  it("shows a coordinator the events of the sites assigned, counted so too", async () => {
    const [whole, berlin, none] = [
      await auditPage(context("all"), all),
      await auditPage(context(["BER"]), all),
      await auditPage(context([]), all),
    ];
    expect(whole.total).toBeGreaterThan(berlin.total);
    expect(berlin.total).toBeGreaterThan(none.total);
    expect(none.events.every((event) => event.patientId === null)).toBe(true);
  });

  it("shows nothing of another site's patient, even when asked by id", async () => {
    const { patients } = await patientsPage(context(["HAN"]), {
      search: "",
      site: null,
      sex: null,
      vital: null,
      page: 1,
    });
    const patientId = patients[0]?.id ?? "";
    expect((await auditPage(context(["HAN"]), { ...all, patientId })).total).toBeGreaterThan(3);
    expect((await auditPage(context(["BER"]), { ...all, patientId })).total).toBe(0);
  });

  it("shows an administrator no patient's events", async () => {
    const { events, total } = await auditPage(context("all", "administrator"), all);
    expect(total).toBeGreaterThan(0);
    expect(events.every((event) => event.patientId === null)).toBe(true);
  });

  it("tells an entry's history in words", async () => {
    const { patients } = await patientsPage(context("all"), {
      search: "SYN-010",
      site: null,
      sex: null,
      vital: null,
      page: 1,
    });
    const [event] = await entryHistory(context("all"), patients[0]?.id ?? "");
    expect(event?.changes).toContainEqual({ field: "sex", label: "Sex", before: "", after: "Male" });
  });
});
