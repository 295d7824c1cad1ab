import { and, asc, count, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { formOfTable } from "../../db/schema/forms";
import { auditEvents } from "../../db/schema/registry";
import type { Context } from "../auth/viewer";
import { labelOf, missingReasons } from "../crf/codelist";
import type { Field } from "../crf/define";
import { entryStateLabels } from "../crf/entry-state";
import { type FormId, formById } from "../crf/forms";
import { dateText, isPartialDate } from "../crf/partial-date";
import { visiblePatients } from "../patients/data";

export type Change = {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

export type HistoryEvent = {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly source: string;
  readonly action: string;
  readonly tableName: string;
  /** The form whose entry it concerns, if any. */
  readonly form: FormId | null;
  readonly rowId: string;
  readonly patientId: string | null;
  readonly reason: string | null;
  readonly changes: readonly Change[];
};

/** What happened to one entry, newest first. The caller has checked that the viewer may see it. */
export async function entryHistory(context: Context, entryId: string): Promise<HistoryEvent[]> {
  const rows = await context.db.read
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.rowId, entryId))
    .orderBy(desc(auditEvents.sequence));
  return rows.map(historyEvent);
}

export type AuditFilter = {
  readonly action: string | null;
  readonly patientId: string | null;
  readonly page: number;
};

export const eventsPerPage = 50;

/** A page of the audit trail, newest first: events of no patient, and those of patients within the viewer's sites; administrators see the former only. */
export async function auditPage(context: Context, filter: AuditFilter) {
  const where = and(
    context.viewer.sites === "all"
      ? undefined
      : or(isNull(auditEvents.patientId), inArray(auditEvents.patientId, visiblePatients(context))),
    context.viewer.role === "administrator" ? eq(auditEvents.chain, "registry") : undefined,
    filter.action ? eq(auditEvents.action, filter.action) : undefined,
    filter.patientId ? eq(auditEvents.patientId, filter.patientId) : undefined,
  );
  const [counted] = await context.db.read.select({ total: count() }).from(auditEvents).where(where);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / eventsPerPage));
  const page = Math.min(Math.max(1, filter.page), pages);
  const rows = await context.db.read
    .select()
    .from(auditEvents)
    .where(where)
    .orderBy(desc(auditEvents.at), asc(auditEvents.chain), desc(auditEvents.sequence))
    .limit(eventsPerPage)
    .offset((page - 1) * eventsPerPage);
  return { events: rows.map(historyEvent), total, page, pages };
}

type Row = typeof auditEvents.$inferSelect;

function historyEvent(row: Row): HistoryEvent {
  const { id, at, actorName, source, action, tableName, rowId, patientId, reason } = row;
  const form = formOfTable(tableName) ?? null;
  return {
    id,
    at,
    actorName,
    source,
    action,
    tableName,
    form,
    rowId,
    patientId,
    reason,
    changes: changesOf(row, form),
  };
}

function changesOf(row: Row, form: FormId | null): Change[] {
  const [before, after] = [flat(row.before), flat(row.after)];
  const fields = form ? formById(form).fields : {};
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => {
    const [name = key, holds] = key.split("__");
    const field = fields[name];
    const words = (value: unknown) => valueText(field, holds, key === "state" ? stateText(value) : value);
    return {
      field: key,
      label: labelText(field, name, holds),
      before: words(before[key]),
      after: words(after[key]),
    };
  });
}

const stateText = (value: unknown) =>
  typeof value === "string"
    ? (Object.entries(entryStateLabels).find(([state]) => state === value)?.[1] ?? value)
    : value;

function flat(text: string | null): Readonly<Record<string, unknown>> {
  return text === null ? {} : (JSON.parse(text) as Record<string, unknown>); // written by the recorder from a flat object
}

function labelText(field: Field | undefined, name: string, holds: string | undefined): string {
  const label = field?.label ?? (name === "state" ? "State" : name);
  if (holds === "missing") return `${label}: why missing`;
  return holds === "unit" ? `${label}: unit` : label;
}

function valueText(field: Field | undefined, holds: string | undefined, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (holds === "missing") return labelOf(missingReasons, String(value));
  if (Array.isArray(value))
    return value
      .map((item) => (typeof item === "object" ? itemText(item) : valueText(field, holds, item)))
      .join("; ");
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (field?.kind === "date" && isPartialDate(text)) return dateText(text);
  return field?.kind === "choice" || field?.kind === "choices" ? labelOf(field.codes, text) : text;
}

const itemText = (item: object | null) =>
  Object.values(item ?? {})
    .filter((part) => part !== null)
    .join(" ");
