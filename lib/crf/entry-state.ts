/** The states of an entry. Verified, signed and locked entries are reached by review, not by entry. */
export const entryStates = ["draft", "complete", "removed"] as const;

export type EntryState = (typeof entryStates)[number];

export type EntryPermission = "entry.write" | "entry.remove";

type Transition = {
  readonly from: EntryState | null;
  readonly to: EntryState;
  readonly permission: EntryPermission;
  readonly reason: boolean;
};

/** Every transition there is: from (null: not yet saved), to, the permission it takes, and whether a reason must be given. */
export const transitions: readonly Transition[] = [
  { from: null, to: "draft", permission: "entry.write", reason: false },
  { from: null, to: "complete", permission: "entry.write", reason: false },
  { from: "draft", to: "draft", permission: "entry.write", reason: false },
  { from: "draft", to: "complete", permission: "entry.write", reason: false },
  { from: "complete", to: "complete", permission: "entry.write", reason: true },
  { from: "complete", to: "draft", permission: "entry.write", reason: true },
  { from: "draft", to: "removed", permission: "entry.remove", reason: true },
  { from: "complete", to: "removed", permission: "entry.remove", reason: true },
];

/** The transition between two states, or null where there is none. */
export function transition(from: EntryState | null, to: EntryState): Transition | null {
  return transitions.find((item) => item.from === from && item.to === to) ?? null;
}

export const entryStateLabels: Readonly<Record<EntryState, string>> = {
  draft: "Draft",
  complete: "Complete",
  removed: "Removed",
};
