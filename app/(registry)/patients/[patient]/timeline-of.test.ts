import { describe, expect, it } from "vitest";
import { dayNumber } from "@/lib/crf/partial-date";
import type { FormId } from "@/lib/crf/forms";
import type { Entry } from "@/lib/entries/entry";
import { vitalText } from "./patient-summary";
import { timelineOf } from "./timeline-of";

const entry = (id: string, form: FormId, values: Record<string, unknown>): Entry => ({
  id,
  form,
  patientId: "P",
  state: "complete",
  version: 1,
  sourceId: null,
  createdAt: "2011-01-01T00:00:00.000Z",
  createdBy: "A",
  updatedAt: "2011-01-01T00:00:00.000Z",
  updatedBy: "A",
  content: { values, missing: {}, units: {} },
});

const today = "2011-06-01";
const second = entry("L2", "therapy", { drugs: ["everolimus"], startDate: "2010-03", status: "ongoing" });
const first = entry("L1", "therapy", {
  drugs: ["sunitinib"],
  startDate: "2010-01-05",
  status: "stopped",
  stopDate: "2010-02-20",
});

describe("the timeline of a patient", () => {
  it("is none without a line that has a start", () => {
    expect(timelineOf([], today)).toBeNull();
    expect(timelineOf([entry("L", "therapy", { drugs: null, startDate: null })], today)).toBeNull();
  });

  it("orders lines by their first dose and completes partial dates", () => {
    const timeline = timelineOf([second, first], today);
    expect(timeline?.lines.map(({ number, drugs }) => [number, drugs])).toEqual([
      [1, "sunitinib"],
      [2, "everolimus"],
    ]);
    expect(timeline?.lines[1]?.startDay).toBe(dayNumber("2010-03-15"));
    expect(timeline?.lines[1]?.stopDay).toBeNull();
  });

  it("puts each assessment on its line, in order, with its response", () => {
    const visits = [
      entry("b", "assessment", { line: "L1", date: "2010-02-18", role: "follow-up", response: "PD" }),
      entry("a", "assessment", { line: "L1", date: "2010-01-02", role: "baseline", response: null }),
      entry("c", "assessment", { line: "L2", date: null, role: "follow-up" }),
    ];
    const timeline = timelineOf([first, second, ...visits], today);
    expect(timeline?.lines[0]?.assessments.map(({ response }) => response)).toEqual(["baseline", "PD"]);
    expect(timeline?.lines[1]?.assessments).toEqual([]);
  });

  it("ends with the death, whatever contact was recorded after it", () => {
    const ends = [
      entry("d", "follow-up", { status: "dead", deathDate: "2010-08-01", date: null }),
      entry("e", "follow-up", { status: "alive", date: "2010-09-01", deathDate: null }),
    ];
    expect(timelineOf([first, ...ends], today)?.end).toEqual({
      day: dayNumber("2010-08-01"),
      status: "dead",
    });
    expect(vitalText(ends)).toBe("Dead, 1 Aug 2010");
  });

  it("ends with the latest contact, and never later than today", () => {
    const contacts = [
      entry("e", "follow-up", { status: "alive", date: "2011-12-01" }),
      entry("d", "follow-up", { status: "lost", date: "2010-05-01" }),
    ];
    expect(timelineOf([second, ...contacts], today)?.end?.status).toBe("alive");
    expect(timelineOf([second, ...contacts], today)?.lastDay).toBe(dayNumber(today));
  });
});
