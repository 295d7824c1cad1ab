import { Input } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import type { DateField } from "../../../crf/define";
import { dateText, typedDate } from "../../../crf/partial-date";
import {
  afterSeparator,
  type BoxName,
  boxNames,
  boxesOf,
  dateOfBoxes,
  type DateBoxes,
  settledBoxes,
} from "../date-boxes";
import { type ControlProps, fieldId, textOf } from "./control";
import classes from "./control.module.css";

const boxLabels: Readonly<Record<BoxName, string>> = { day: "Day", month: "Month", year: "Year" };
const separators = [" ", ".", "/", "-", ","];

/** A date in three boxes, any of which takes a whole date typed or pasted; how it is read stands underneath. */
export function DateControl(props: ControlProps<DateField>) {
  const { name, label, compact, disabled, error, today, onChange, onBlur } = props;
  const [boxes, setBoxes] = useState<DateBoxes>(() => boxesOf(textOf(props.value)));
  const inputs = useRef<Partial<Record<BoxName, HTMLInputElement | null>>>({});
  const value = textOf(props.value);
  // the answer changed from outside: cleared, reset, or taken from somebody else's entry
  if (dateOfBoxes(boxes, today) !== value) setBoxes(boxesOf(value));

  const write = (next: DateBoxes) => {
    setBoxes(next);
    onChange(dateOfBoxes(next, today));
  };
  const settle = () => {
    const settled = settledBoxes(boxes, today);
    if (JSON.stringify(settled) !== JSON.stringify(boxes)) write(settled);
  };
  const go = (box: BoxName | undefined) => {
    const input = box && inputs.current[box];
    input?.focus();
    input?.select();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const read = typedDate(event.clipboardData.getData("text"), today);
    if (!read.ok || read.date.length === 4) return;
    event.preventDefault();
    write(boxesOf(read.date));
  };
  const steer = (box: BoxName) => (event: KeyboardEvent<HTMLInputElement>) => {
    const move = moveOf(event, box, boxes[box]);
    if (event.key === "Enter") settle();
    if (move === "type") return;
    event.preventDefault();
    const at = boxNames.indexOf(box);
    if (move !== "drop") go(boxNames[move === "next" ? at + 1 : at - 1]);
  };

  const id = fieldId(name);
  const read = typedDate(value, today);
  const reading = value && read.ok ? dateText(read.date) : "";
  const description = (
    <>
      {reading && <span className={classes.reading}>{reading}</span>}
      {props.description}
    </>
  );
  const describes = Boolean(reading) || Boolean(props.description);
  const describedBy = [describes ? `${id}-description` : "", error ? `${id}-error` : ""].join(" ").trim();
  return (
    <div
      role="group"
      {...(compact ? { "aria-label": label } : { "aria-labelledby": `${id}-label` })}
      onBlur={(event) => {
        settle();
        if (!event.currentTarget.contains(event.relatedTarget)) onBlur();
      }}
    >
      <div className={classes.date}>
        {boxNames.map((box) => (
          <label key={box} className={classes.box} data-box={box}>
            <span className={compact ? classes.hidden : classes.boxLabel}>{boxLabels[box]}</span>
            <Input
              ref={(element) => {
                inputs.current[box] = element;
              }}
              withAria={false}
              value={boxes[box]}
              onChange={(event) => write({ ...boxes, [box]: event.currentTarget.value })}
              onKeyDown={steer(box)}
              onPaste={paste}
              disabled={disabled}
              error={Boolean(error)}
              attributes={{
                input: {
                  id: box === "day" ? id : `${id}-${box}`,
                  disabled,
                  "aria-invalid": error ? true : undefined,
                  "aria-describedby": describedBy || undefined,
                },
              }}
              autoComplete="off"
              classNames={{ input: classes.figures ?? "" }}
            />
          </label>
        ))}
      </div>
      {describes && <Input.Description id={`${id}-description`}>{description}</Input.Description>}
      {error && <Input.Error id={`${id}-error`}>{error}</Input.Error>}
    </div>
  );
}

type Move = "next" | "previous" | "drop" | "type";

function moveOf(event: KeyboardEvent<HTMLInputElement>, box: BoxName, text: string): Move {
  if (event.ctrlKey || event.metaKey || event.altKey) return "type";
  const { selectionStart, selectionEnd } = event.currentTarget;
  const atStart = selectionStart === 0 && selectionEnd === 0;
  const atEnd = selectionStart === text.length && selectionEnd === text.length;
  if (event.key === "ArrowRight" && atEnd && box !== "year") return "next";
  if (event.key === "ArrowLeft" && atStart && box !== "day") return "previous";
  if (event.key === "Backspace" && text === "" && box !== "day") return "previous";
  return separators.includes(event.key) && atEnd ? afterSeparator(box, text) : "type";
}
