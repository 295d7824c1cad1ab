/** When a field is collected or a check applies. Data, so that the codebook and the exports can print it. */
export type Condition =
  | { readonly field: string; readonly equals: string }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly answered: true }
  | { readonly all: readonly Condition[] };

type Answers = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** True when the condition holds for the answers given; an absent condition always holds. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  if ("all" in condition) return condition.all.every((part) => holds(part, answers));
  const value = answers[condition.field];
  if ("equals" in condition) return value === condition.equals;
  if ("in" in condition) return typeof value === "string" && condition.in.includes(value);
  return !isEmpty(value);
}

/** The condition in words, with each field's label. */
export function conditionText(condition: Condition | undefined, labels: (field: string) => string): string {
  if (!condition) return "";
  if ("all" in condition) return condition.all.map((part) => conditionText(part, labels)).join(" and ");
  if ("equals" in condition) return `${labels(condition.field)} = ${condition.equals}`;
  if ("in" in condition) return `${labels(condition.field)} is ${condition.in.join(" or ")}`;
  return `${labels(condition.field)} is answered`;
}
