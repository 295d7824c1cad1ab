"use client";

import { useEntryState } from "./entry-state";
import { FieldRow } from "./field-row";
import { isCompanion, sectionsOf } from "./sections";
import classes from "./entry-form.module.css";

/** All fields of the form in hand that apply, in their sections. */
export function EntryFields() {
  const { form, typed } = useEntryState();
  const sections = sectionsOf(form, typed.values);
  return (
    <>
      {sections.map((section) => (
        <section key={section.id} id={section.id} className={classes.section}>
          <h2 className={sections.length > 1 ? classes.title : classes.hidden}>{section.title}</h2>
          {section.keys.map((key) => {
            const field = form.fields[key];
            return field && !isCompanion(field) ? <FieldRow key={key} name={key} field={field} /> : null;
          })}
        </section>
      ))}
    </>
  );
}
