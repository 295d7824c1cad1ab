import type { EntryContent, FormDefinition, GroupField } from "../../crf/define";
import { DataTable } from "../data-table";
import classes from "./entry-reading.module.css";
import { sectionsOf } from "./sections";
import { answerText, type Names, valueText } from "./value-text";

type EntryReadingProps = {
  readonly form: FormDefinition;
  readonly content: EntryContent;
  readonly names: Names;
};

/** An entry to read: every field that applies with its value, its unit or why it is missing. */
export function EntryReading({ form, content, names }: EntryReadingProps) {
  return (
    <>
      {sectionsOf(form, content.values).map((section) => (
        <section key={section.id} className={classes.section}>
          <h2 className={classes.title}>{section.title}</h2>
          <dl className={classes.list}>
            {section.keys.map((key) => {
              const field = form.fields[key];
              if (!field) return null;
              return (
                <div key={key}>
                  <dt>{field.label}</dt>
                  <dd>
                    {field.kind === "group" ? (
                      <GroupReading field={field} rows={content.values[key]} names={names} />
                    ) : (
                      answerText(form, key, content, names) || (
                        <span className={classes.empty}>Not answered</span>
                      )
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </>
  );
}

type GroupReadingProps = { readonly field: GroupField; readonly rows: unknown; readonly names: Names };

function GroupReading({ field, rows, names }: GroupReadingProps) {
  if (!Array.isArray(rows) || rows.length === 0) return <span className={classes.empty}>None</span>;
  const columns = Object.entries(field.fields);
  return (
    <DataTable label={field.label}>
      <thead>
        <tr>
          {columns.map(([key, column]) => (
            <th key={key} scope="col">
              {column.label}
              {column.kind === "number" && column.unit ? `, ${column.unit}` : ""}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row: Readonly<Record<string, unknown>>, index) => (
          <tr key={index}>
            {columns.map(([key, column]) => (
              <td key={key}>{valueText(column, row[key], names) || "–"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
