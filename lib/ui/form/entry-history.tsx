import { DataTable } from "../data-table";
import classes from "./entry-history.module.css";
import { instantText } from "../instant-text";

/** One event of an entry's history, newest first. */
export type HistoryItem = {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly reason: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly label: string;
    readonly before: string;
    readonly after: string;
  }[];
};

const actions: Readonly<Record<string, string>> = {
  "entry.create": "Created",
  "entry.change": "Changed",
  "entry.remove": "Removed",
};

const nameOf = (field: string) => field.split("__")[0] ?? field;

/** The field names that were changed after the entry was created. */
export function changedFieldsOf(events: readonly HistoryItem[]): string[] {
  const later = events.filter((event) => event.action !== "entry.create");
  return [...new Set(later.flatMap((event) => event.changes.map((change) => nameOf(change.field))))];
}

type EntryHistoryProps = {
  readonly events: readonly HistoryItem[];
  /** The patient's therapy lines, to which assessments refer by id. */
  readonly lines: readonly { readonly id: string; readonly label: string }[];
};

/** What happened to an entry: who, when, each field before and after, and why. */
export function EntryHistory({ events, lines }: EntryHistoryProps) {
  const readable = (text: string | undefined) => lines.find(({ id }) => id === text)?.label ?? text;
  const anchors = anchorsOf(events);
  return (
    <details className={classes.history} id="history">
      <summary>
        History ({events.length} {events.length === 1 ? "event" : "events"})
      </summary>
      <DataTable label="History of the entry">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {events.flatMap((event) =>
            (event.changes.length > 0 ? event.changes : [null]).map((change, index) => (
              <tr key={`${event.id}-${index}`} id={anchors.get(`${event.id}-${index}`)}>
                <th scope="row" className={classes.when}>
                  {instantText(event.at)}
                </th>
                <td>{event.actorName}</td>
                <td>{actions[event.action] ?? event.action}</td>
                <td>{change?.label}</td>
                <td className={classes.value}>{readable(change?.before)}</td>
                <td className={classes.value}>{readable(change?.after)}</td>
                <td className={classes.value}>{event.reason}</td>
              </tr>
            )),
          )}
        </tbody>
      </DataTable>
    </details>
  );
}

/** The row to which each field's history link leads: its newest change. */
function anchorsOf(events: readonly HistoryItem[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  const seen = new Set<string>();
  for (const event of events)
    event.changes.forEach((change, index) => {
      const name = nameOf(change.field);
      if (!seen.has(name)) newest.set(`${event.id}-${index}`, `history-${name}`);
      seen.add(name);
    });
  return newest;
}
