import { getTableColumns } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { formTables, groupTablesOf } from "../../db/schema/forms";
import { columnsOf, groupColumnsOf, groupsOf } from "./columns";
import { fieldsOf } from "./define";
import { dictionary } from "./dictionary";
import { formById, formIds } from "./forms";
import { patientChecks } from "./forms/patient-checks";
import { draftSchema, emptyContent } from "./schema";

describe.each(formIds)("every face of %s", (id) => {
  const form = formById(id);
  const keys = fieldsOf(form).map(([key]) => key);
  const scalar = fieldsOf(form).filter(([, field]) => field.kind !== "group");

  it("has every field in its schemas", () => {
    expect(Object.keys(draftSchema(form, "2026-01-01").parse(emptyContent(form)).values)).toEqual(keys);
  });

  it("has every field, missing reason and unit in its table, and every group a table of its own", () => {
    const columns = Object.keys(getTableColumns(formTables[id]));
    for (const column of columnsOf(form, "_")) expect(columns).toContain(column.name);
    expect(
      new Set(
        columnsOf(form)
          .filter((item) => item.holds === "value")
          .map((item) => item.key),
      ),
    ).toEqual(new Set(scalar.map(([key]) => key)));
    const groups = groupsOf(form);
    expect(groupTablesOf[id].map((group) => group.key)).toEqual(groups.map((group) => group.key));
    for (const { key, table, group } of groupTablesOf[id])
      expect([key, ...Object.keys(getTableColumns(table))]).toEqual(
        expect.arrayContaining([
          key,
          "entryId",
          "position",
          ...groupColumnsOf(group).map((item) => item.name),
        ]),
      );
  });

  it("has every field in the data dictionary, with its label", () => {
    const rows = dictionary(form, patientChecks);
    for (const [key, field] of fieldsOf(form)) {
      expect(rows.map((row) => row.label)).toContain(field.label);
      if (field.kind === "group")
        for (const inner of Object.keys(field.fields))
          expect(rows.map((row) => row.variable)).toContain(`${key}.${inner}`);
    }
  });

  it("names only fields it has in its conditions, checks and order", () => {
    for (const check of form.checks) {
      expect(keys).toContain(check.field);
      if ("field" in check.than) expect(keys).toContain(check.than.field);
    }
    if (form.orderedBy) expect(keys).toContain(form.orderedBy);
  });
});

it("names only fields there are in the checks between forms", () => {
  for (const check of patientChecks)
    for (const side of [check, check.than])
      expect(Object.keys(formById(side.form).fields)).toContain(side.field);
});
