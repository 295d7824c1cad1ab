import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../crf/condition";
import { type EntryContent, type Field, fieldsOf } from "../../crf/define";
import { type FormId, formById, formIds } from "../../crf/forms";
import { emptyContent } from "../../crf/schema";
import { EntryFields } from "./entry-fields";
import { EntryReading } from "./entry-reading";
import { EntryStateProvider } from "./entry-state";
import { useEntryForm } from "./use-entry-form";

const names = { lines: [], sites: [] };

/** The answers under which a condition holds. */
function answersFor(form: FormId, condition: Condition | undefined): Record<string, unknown> {
  if (!condition) return {};
  if ("all" in condition) return Object.assign({}, ...condition.all.map((part) => answersFor(form, part)));
  if ("equals" in condition) return { [condition.field]: condition.equals };
  if ("in" in condition) return { [condition.field]: condition.in[0] };
  const field = formById(form).fields[condition.field];
  return { [condition.field]: field?.kind === "choice" ? field.codes[0]?.code : "x" };
}

/** Content in which a field is collected, and has a row when it is a group. */
function contentWith(form: FormId, key: string, field: Field): EntryContent {
  const empty = emptyContent(formById(form));
  const rows = field.kind === "group" ? { [key]: [{}] } : {};
  return { ...empty, values: { ...empty.values, ...answersFor(form, field.when), ...rows } };
}

function Fields({ form, content }: { readonly form: FormId; readonly content: EntryContent }) {
  const { state } = useEntryForm({
    formId: form,
    content,
    stored: null,
    today: "2011-05-01",
    names,
    visits: [],
    changedFields: [],
  });
  return (
    <EntryStateProvider state={state}>
      <EntryFields />
    </EntryStateProvider>
  );
}

const textOf = (markup: string) => markup.replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

const everyField = formIds.flatMap((form) =>
  fieldsOf(formById(form)).map(([key, field]) => ({ form, key, field })),
);

describe("the form page", () => {
  it.each(everyField)("shows $form $key", ({ form, key, field }) => {
    const content = contentWith(form, key, field);
    const markup = textOf(
      renderToStaticMarkup(
        <MantineProvider>
          <Fields form={form} content={content} />
        </MantineProvider>,
      ),
    );
    expect(markup).toContain(`id="field-${key}`);
    expect(markup).toContain(`>${field.label}<`);
    if (field.note) expect(markup).toContain(field.note);
    if (field.kind === "group")
      for (const [inner, column] of Object.entries(field.fields)) {
        expect(markup).toContain(`id="field-${key}-0-${inner}`);
        expect(markup).toContain(column.label);
      }
  });

  it.each(everyField)("has $form $key to read", ({ form, key, field }) => {
    const markup = textOf(
      renderToStaticMarkup(
        <EntryReading form={formById(form)} content={contentWith(form, key, field)} names={names} />,
      ),
    );
    expect(markup).toContain(`<dt>${field.label}</dt>`);
  });

  it("leaves out a field whose condition fails", () => {
    const markup = renderToStaticMarkup(
      <MantineProvider>
        <Fields form="follow-up" content={emptyContent(formById("follow-up"))} />
      </MantineProvider>,
    );
    expect(markup).not.toContain("Date of death");
  });
});
