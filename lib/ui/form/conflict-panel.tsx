"use client";

import { Button, Radio } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import type { EntryContent, FormDefinition } from "../../crf/define";
import { DataTable } from "../data-table";
import { differences, merged, type Side } from "./differences";
import classes from "./notice.module.css";
import { instantText } from "../instant-text";
import type { Conflict } from "./use-save";
import { answerText, type Names } from "./value-text";

type ConflictPanelProps = {
  readonly form: FormDefinition;
  readonly conflict: Conflict;
  readonly opened: EntryContent;
  readonly mine: EntryContent;
  readonly names: Names;
  /** The content to go on with, to be saved against the version saved meanwhile. */
  readonly onSettle: (content: EntryContent) => void;
};

/** Somebody else saved first: who and when, the fields that differ, and whose answer to go on with. */
export function ConflictPanel({ form, conflict, opened, mine, names, onSettle }: ConflictPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [conflict]);
  const theirs = conflict.content;
  const rows = useMemo(() => differences(form, { opened, mine, theirs }), [form, opened, mine, theirs]);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = (key: string, proposal: Side) => chosen[key] ?? proposal;
  const all = (side: Side) => Object.fromEntries(rows.map(({ key }) => [key, side]));
  const settle = (sides: Readonly<Record<string, Side>>) => onSettle(merged({ mine, theirs }, sides));
  return (
    <section className={classes.notice} data-tone="warning" aria-labelledby="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1} className={classes.title}>
        {conflict.updatedBy} saved this form first
      </h2>
      <p className={classes.text}>
        Version {conflict.version}, {instantText(conflict.updatedAt)}. Nothing you typed is lost and nothing
        of theirs was overwritten.{" "}
        {rows.length === 0 ? "Both say the same." : "Choose whose answers to go on with, then save again."}
      </p>
      {rows.length > 0 && (
        <DataTable label="Fields that differ">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Theirs</th>
              <th scope="col">Yours</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, proposal }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                {(["theirs", "mine"] as const).map((side) => (
                  <td key={side}>
                    <Radio
                      name={`conflict-${key}`}
                      aria-label={`${label}: take ${side === "theirs" ? "theirs" : "yours"}`}
                      label={answerText(form, key, side === "theirs" ? theirs : mine, names) || "empty"}
                      checked={sideOf(key, proposal) === side}
                      onChange={() => setChosen({ ...chosen, [key]: side })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <div className={classes.buttons}>
        <Button
          onClick={() =>
            settle(Object.fromEntries(rows.map(({ key, proposal }) => [key, sideOf(key, proposal)])))
          }
        >
          Go on with the answers chosen
        </Button>
        <Button variant="default" onClick={() => settle(all("theirs"))}>
          Take theirs
        </Button>
        <Button variant="default" onClick={() => settle(all("mine"))}>
          Keep mine
        </Button>
      </div>
    </section>
  );
}
