import { ActionIcon, Button, Input } from "@mantine/core";
import { type ComponentType, useRef } from "react";
import type { GroupField, ScalarField } from "../../../crf/define";
import { useEntryState } from "../entry-state";
import { typedRow, type TypedRow, type TypedValue } from "../typed-content";
import { type ControlProps, fieldId } from "./control";
import classes from "./group-control.module.css";
import { LesionSum, usePreviousDiameter } from "./lesion-sum";

type GroupProps = ControlProps<GroupField> & { readonly cell: ComponentType<ControlProps> };

const rowsOf = (value: TypedValue): TypedRow[] =>
  Array.isArray(value) ? value.filter((row) => typeof row === "object") : [];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Repeating rows: a table where there is room, one below the other where there is none. A new row takes the focus. */
export function GroupControl(props: GroupProps) {
  const { name, field, value, onChange, disabled, error, label } = props;
  const rows = rowsOf(value);
  const columns = Object.entries(field.fields);
  const adding = useRef<HTMLButtonElement>(null);
  const isLesions = name === "lesions";
  const id = fieldId(name);

  const focusSoon = (target: () => HTMLElement | null) => requestAnimationFrame(() => target()?.focus());
  const add = () => {
    onChange([...rows, typedRow(field.fields, {})]);
    focusSoon(() => document.getElementById(fieldId(`${name}.${rows.length}.${columns[0]?.[0]}`)));
  };
  const remove = (index: number) => {
    onChange(rows.filter((_, at) => at !== index));
    const next = index < rows.length - 1 ? index : index - 1;
    focusSoon(() => document.getElementById(`${id}-remove-${next}`) ?? adding.current);
  };
  const write = (index: number, key: string, answer: TypedValue) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, [key]: cellValue(answer) } : row)));

  return (
    <div role="group" aria-labelledby={`${id}-label`} id={id} tabIndex={-1}>
      {rows.length > 0 && (
        <table className={classes.rows}>
          <thead>
            <tr>
              {columns.map(([key, column]) => (
                <th key={key} scope="col">
                  {columnLabel(column)}
                </th>
              ))}
              {isLesions && <th scope="col">Before</th>}
              <th scope="col">
                <span className={classes.hidden}>Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map(([key, column]) => (
                  <td key={key} data-label={columnLabel(column)} data-kind={column.kind}>
                    <Cell
                      {...props}
                      name={`${name}.${index}.${key}`}
                      field={column}
                      label={`${column.label}, ${field.item} ${index + 1}`}
                      value={row[key] ?? ""}
                      onChange={(answer) => write(index, key, answer)}
                      answers={row}
                    />
                  </td>
                ))}
                {isLesions && (
                  <td data-label="Before" className={classes.before}>
                    <PreviousDiameter label={typeof row.label === "string" ? row.label : ""} />
                  </td>
                )}
                <td className={classes.removing}>
                  <ActionIcon
                    id={`${id}-remove-${index}`}
                    variant="subtle"
                    color="gray"
                    disabled={disabled}
                    onClick={() => remove(index)}
                    aria-label={`Remove ${field.item} ${index + 1}`}
                  >
                    <span aria-hidden className={classes.cross}>
                      ×
                    </span>
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {error && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
      <Button
        ref={adding}
        variant="default"
        size="xs"
        disabled={disabled || rows.length >= field.most}
        onClick={add}
        aria-label={`Add ${field.item} to ${label.toLowerCase()}`}
      >
        Add {field.item}
      </Button>
      {rows.length >= field.most && <span className={classes.most}> At most {field.most}.</span>}
      {isLesions && <LesionSum rows={rows} />}
      <GroupNotes columns={columns} item={capital(field.item)} />
    </div>
  );
}

const cellValue = (answer: TypedValue): string | string[] =>
  Array.isArray(answer) ? answer.filter((item) => typeof item === "string") : answer;

const columnLabel = (column: ScalarField) =>
  column.kind === "number" && column.unit ? `${column.label}, ${column.unit}` : column.label;

function Cell({ cell: Control, ...props }: Omit<GroupProps, "field"> & { readonly field: ScalarField }) {
  const { problems, touch } = useEntryState();
  return (
    <Control
      {...props}
      onBlur={() => touch(props.name)}
      description={undefined}
      error={problems.get(props.name)}
      compact
    />
  );
}

function PreviousDiameter({ label }: { readonly label: string }) {
  const diameter = usePreviousDiameter(label);
  return <>{diameter === null ? "–" : `${diameter} mm`}</>;
}

function GroupNotes({
  columns,
  item,
}: {
  readonly columns: readonly (readonly [string, ScalarField])[];
  readonly item: string;
}) {
  const notes = columns.filter(([, column]) => column.note);
  if (notes.length === 0) return null;
  return (
    <p className={classes.notes}>
      {notes

        .map(([, column]) => `${column.label === item ? item : column.label}: ${column.note ?? ""}`)
        .join(" ")}
    </p>
  );
}
