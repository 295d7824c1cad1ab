/** A number of a case file: null where R has NA, NaN or an infinity, none of which our functions return. */
export type Reference = number | null;

const infinities = new Set(["Inf", "-Inf", "NaN", "NA"]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a JSON value is a number as the case files write one. */
export function isReference(value: unknown): boolean {
  return value === null || typeof value === "number" || (typeof value === "string" && infinities.has(value));
}

/** The number a JSON value stands for. Throws where it is none. */
export function referenceOf(value: unknown, path: string): Reference {
  if (!isReference(value)) throw new Error(`${path} is not a number`);
  return typeof value === "number" ? value : null;
}

/** A place in a case file, which remembers what was read of it, so that what was not can be named. */
export class CaseNode {
  readonly #value: unknown;
  readonly #seen: Set<string>;
  readonly path: string;

  constructor(value: unknown, path = "", seen = new Set<string>()) {
    this.#value = value;
    this.#seen = seen;
    this.path = path;
  }

  /** The member of that name, or null. */
  at(key: string): CaseNode | null {
    const member = isObject(this.#value) ? this.#value[key] : undefined;
    return member === undefined ? null : this.#child(member, key);
  }

  /** The member of that name; throws where there is none. */
  need(key: string): CaseNode {
    const member = this.at(key);
    if (!member) throw new Error(`${this.path || "the case"} has no "${key}"`);
    return member;
  }

  members(): { readonly key: string; readonly node: CaseNode }[] {
    return isObject(this.#value)
      ? Object.entries(this.#value).map(([key, value]) => ({ key, node: this.#child(value, key) }))
      : [];
  }

  /** The elements of a list; a single value counts as a list of one. */
  items(): CaseNode[] {
    const list: readonly unknown[] = Array.isArray(this.#value) ? this.#value : [this.#value];
    return Array.isArray(this.#value) ? list.map((value, index) => this.#child(value, `[${index}]`)) : [this];
  }

  isList(): boolean {
    return Array.isArray(this.#value);
  }

  isObject(): boolean {
    return isObject(this.#value);
  }

  number(): Reference {
    const value = referenceOf(this.#value, this.path);
    this.#seen.add(this.path);
    return value;
  }

  /** A number that is an input of the case, so must be one. */
  input(): number {
    const value = this.number();
    if (value === null) throw new Error(`${this.path} is not a finite number`);
    return value;
  }

  text(): string {
    this.#seen.add(this.path);
    return String(this.#value);
  }

  numbers(): Reference[] {
    return this.items().map((item) => item.number());
  }

  inputs(): number[] {
    return this.items().map((item) => item.input());
  }

  texts(): string[] {
    return this.items().map((item) => item.text());
  }

  /** A table of counts, by rows. */
  table(): number[][] {
    return this.items().map((row) => row.inputs());
  }

  /** The paths of all numbers below this place that were never read, list positions and the names of groups left out. */
  unread(): Map<string, number> {
    const found = new Map<string, number>();
    const walk = (value: unknown, path: string, shown: string): void => {
      if (Array.isArray(value))
        value.forEach((item, index) =>
          walk(item, `${path}[${index}]`, shown.endsWith("[]") ? shown : `${shown}[]`),
        );
      else if (isObject(value))
        for (const [key, member] of Object.entries(value))
          walk(member, join(path, key), join(shown, named.has(shown.split(".").at(-1) ?? "") ? "*" : key));
      else if (isReference(value) && !this.#seen.has(path)) found.set(shown, (found.get(shown) ?? 0) + 1);
    };
    walk(this.#value, this.path, "");
    return found;
  }

  #child(value: unknown, key: string): CaseNode {
    return new CaseNode(value, key.startsWith("[") ? this.path + key : join(this.path, key), this.#seen);
  }
}

/** Members whose own members are named after groups. */
const named = new Set(["by_group", "aalen_johansen", "curves"]);

const join = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);
