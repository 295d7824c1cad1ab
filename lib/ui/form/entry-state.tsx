"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Control } from "react-hook-form";
import type { FormDefinition } from "../../crf/define";
import type { FormId } from "../../crf/forms";
import type { Visit } from "./lesions";
import type { Stored } from "./save";
import type { TypedContent } from "./typed-content";
import type { Names } from "./value-text";

/** What every field of the form in hand reads. */
export type EntryState = {
  readonly formId: FormId;
  readonly form: FormDefinition;
  readonly control: Control<TypedContent>;
  readonly typed: TypedContent;
  readonly stored: Stored | null;
  readonly today: string;
  readonly names: Names;
  readonly visits: readonly Visit[];
  /** Fields that were changed since the entry was created. */
  readonly changedFields: readonly string[];
  readonly problems: ReadonlyMap<string, string>;
  readonly warnings: ReadonlyMap<string, string>;
  readonly touch: (name: string) => void;
};

const EntryContext = createContext<EntryState | null>(null);

/** Gives the fields inside it the form in hand. */
export function EntryStateProvider({
  state,
  children,
}: {
  readonly state: EntryState;
  readonly children: ReactNode;
}) {
  return <EntryContext.Provider value={state}>{children}</EntryContext.Provider>;
}

/** The form in hand. */
export function useEntryState(): EntryState {
  const state = useContext(EntryContext);
  if (!state) throw new Error("a field outside a form");
  return state;
}
