import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { dateOfDay, dateText } from "../crf/partial-date";
import classes from "./patient-timeline.module.css";
import { ResponseMark, responseNames } from "./response-mark";

/** A therapy line on the time axis; `stopDay` is null while it goes on. Days are numbers since 1970-01-01. */
export type TimelineLine = {
  readonly id: string;
  readonly number: number;
  readonly drugs: string;
  readonly startDay: number;
  readonly stopDay: number | null;
  readonly assessments: readonly TimelineAssessment[];
};

export type TimelineAssessment = {
  readonly id: string;
  readonly day: number;
  readonly response: string;
};

export type Timeline = {
  readonly lines: readonly TimelineLine[];
  readonly end: { readonly day: number; readonly status: "dead" | "alive" | "lost" } | null;
  /** The last day anything is known: where ongoing therapies end on paper. */
  readonly lastDay: number;
};

const width = 960;
const left = 12;
const right = 48;
const rowHeight = 58;
const top = 8;
const axisHeight = 34;

const endNames = { dead: "Death", alive: "Last contact", lost: "Lost to follow-up" } as const;

/** A patient's course: a bar for each therapy line, a mark for each assessment, and death or the last contact. The tables of the page say the same in text. */
export function PatientTimeline({
  timeline,
  title,
}: {
  readonly timeline: Timeline;
  readonly title: string;
}) {
  const { lines, end, lastDay } = timeline;
  const days = [
    ...lines.flatMap((line) => [
      line.startDay,
      line.stopDay ?? lastDay,
      ...line.assessments.map((visit) => visit.day),
    ]),
    ...(end ? [end.day] : []),
  ];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = scaleLinear()
    .domain([first, Math.max(last, first + 30)])
    .range([left, width - right]);
  const height = top + lines.length * rowHeight + axisHeight;
  const axisY = top + lines.length * rowHeight;
  return (
    <figure className={classes.figure}>
      <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={summary(timeline)}
          className={classes.drawing}
        >
          <Axis x={x} y={axisY} />
          {lines.map((line, index) => (
            <LineRow key={line.id} line={line} lastDay={lastDay} x={x} y={top + index * rowHeight} />
          ))}
          {end && <EndMark end={end} x={x(end.day)} y={axisY} />}
        </svg>
      </div>
      <Legend timeline={timeline} />
    </figure>
  );
}

type Scale = (day: number) => number;

/** One line: its label above, the bar, and the assessments on the bar with their responses below. */
function LineRow({
  line,
  lastDay,
  x,
  y,
}: {
  readonly line: TimelineLine;
  readonly lastDay: number;
  readonly x: Scale;
  readonly y: number;
}) {
  const start = x(line.startDay);
  const stop = Math.max(x(line.stopDay ?? Math.max(lastDay, line.startDay)), start + 3);
  const nearEnd = start > width * 0.7;
  return (
    <g>
      <text
        x={nearEnd ? width - right : start}
        y={y + 14}
        textAnchor={nearEnd ? "end" : "start"}
        className={classes.label}
      >
        {line.number}. {line.drugs}
      </text>
      <rect x={start} y={y + 21} width={stop - start} height={12} className={classes.bar} />
      {line.stopDay === null && (
        <path d={`M${stop} ${y + 19} l10 8 l-10 8 z`} className={classes.arrow}>
          <title>ongoing</title>
        </path>
      )}
      {line.assessments.map((visit) => (
        <g key={visit.id} transform={`translate(${x(visit.day)} ${y + 27})`}>
          <ResponseMark response={visit.response} />
          <text y={21} textAnchor="middle" className={classes.code}>
            {codeOf(visit.response)}
          </text>
        </g>
      ))}
    </g>
  );
}

const codeOf = (response: string) =>
  response === "baseline" ? "B" : response === "non-CR/non-PD" ? "nn" : response || "?";

/** Years and, in a short course, quarters under the rows. */
function Axis({ x, y }: { readonly x: ReturnType<typeof scaleLinear<number, number>>; readonly y: number }) {
  const [first = 0, last = 0] = x.domain();
  return (
    <g>
      <line x1={left} x2={width - right} y1={y} y2={y} className={classes.axis} />
      {ticks(first, last).map((tick) => (
        <g key={tick.day}>
          <line x1={x(tick.day)} x2={x(tick.day)} y1={top} y2={y + 5} className={classes.grid} />
          <text x={x(tick.day)} y={y + 18} textAnchor="middle" className={classes.tick}>
            {tick.text}
          </text>
        </g>
      ))}
    </g>
  );
}

const month = 30.4375;

/** The first days of months between two days: every 1, 2, 3, 6, 12 or 24 months, so that at most nine stand on the axis. */
function ticks(first: number, last: number): { readonly day: number; readonly text: string }[] {
  const months = (last - first) / month;
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => months / size <= 9) ?? 120;
  const found = [];
  for (let day = Math.ceil(first); day <= last; day += 1) {
    const date = dateOfDay(day);
    const number = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
    if (date.endsWith("-01") && number % step === 0)
      found.push({ day, text: dateText(step >= 12 ? date.slice(0, 4) : date.slice(0, 7)) });
  }
  return found;
}

function EndMark({
  end,
  x,
  y,
}: {
  readonly end: NonNullable<Timeline["end"]>;
  readonly x: number;
  readonly y: number;
}) {
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={top}
        y2={y}
        className={end.status === "dead" ? classes.death : classes.contact}
      />
      <text x={x + 5} y={y - 4} className={classes.code}>
        {end.status === "dead" ? "†" : end.status === "lost" ? "lost" : "alive"}
      </text>
    </g>
  );
}

function Legend({ timeline }: { readonly timeline: Timeline }) {
  const responses = [
    ...new Set(timeline.lines.flatMap((line) => line.assessments.map((visit) => visit.response))),
  ];
  return (
    <figcaption className={classes.legend}>
      {responses.map((response) => (
        <span key={response}>
          <Sample>
            <ResponseMark response={response} />
          </Sample>
          {codeOf(response)}: {responseNames[response] ?? "no response yet"}
        </span>
      ))}
      {timeline.lines.some((line) => line.stopDay === null) && (
        <span>
          <Sample>
            <path d="M-4 -7 l10 7 l-10 7 z" className={classes.arrow} />
          </Sample>
          ongoing
        </span>
      )}
      {timeline.end && (
        <span>
          <Sample>
            <path d="M0 -8 V8" className={timeline.end.status === "dead" ? classes.death : classes.contact} />
          </Sample>
          {endNames[timeline.end.status].toLowerCase()}
        </span>
      )}
    </figcaption>
  );
}

function Sample({ children }: { readonly children: ReactNode }) {
  return (
    <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden className={classes.sample}>
      {children}
    </svg>
  );
}

function summary({ lines, end }: Timeline): string {
  const therapies = lines.map(
    (line) =>
      `line ${line.number}, ${line.drugs}, from ${dateText(dateOfDay(line.startDay))} ${
        line.stopDay === null ? "and ongoing" : `to ${dateText(dateOfDay(line.stopDay))}`
      }`,
  );
  const last = end ? `; ${endNames[end.status].toLowerCase()} on ${dateText(dateOfDay(end.day))}` : "";
  return `Timeline: ${therapies.join("; ")}${last}.`;
}
