"use client";

import { useEffect, useRef } from "react";
import type { FormDefinition } from "../../crf/define";
import type { FieldIssue } from "../../crf/schema";
import { fieldId } from "./controls/control";
import classes from "./notice.module.css";

type ErrorSummaryProps = {
  readonly form: FormDefinition;
  readonly issues: readonly FieldIssue[];
  readonly target: "draft" | "complete";
};

/** What stands in the way of the save, each with a link to its field. It takes the focus when it appears. */
export function ErrorSummary({ form, issues, target }: ErrorSummaryProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [issues]);
  const things = issues.length === 1 ? "one thing" : `${issues.length} things`;
  return (
    <section className={classes.notice} data-tone="error" aria-labelledby="error-summary">
      <h2 id="error-summary" ref={heading} tabIndex={-1} className={classes.title}>
        {target === "draft" ? "Not saved" : "Not complete yet"}: {things} to look at
      </h2>
      <ul className={classes.list}>
        {issues.map(({ field, message }, index) => (
          <li key={`${field}-${index}`}>
            {field === "" ? (
              message
            ) : (
              <a
                href={`#${fieldId(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(field))?.focus();
                }}
              >
                {labelOfPath(form, field)}: {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A field's path in words: `Diameter, lesion 2`. */
function labelOfPath(form: FormDefinition, path: string): string {
  const [key = "", index, inner] = path.split(".");
  const field = form.fields[key];
  if (field?.kind === "number" && field.unitOf !== undefined)
    return `${field.label} of ${(form.fields[field.unitOf]?.label ?? "").toLowerCase()}`;
  if (field?.kind !== "group" || inner === undefined) return field?.label ?? path;
  return `${field.fields[inner]?.label ?? inner}, ${field.item} ${Number(index) + 1}`;
}
