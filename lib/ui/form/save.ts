import type { EntryContent } from "../../crf/define";
import type { EntryState } from "../../crf/entry-state";
import type { FormId } from "../../crf/forms";
import type { FieldIssue } from "../../crf/schema";

/** What the form sends. */
export type SaveRequest = {
  readonly form: FormId;
  readonly patientId: string | null;
  readonly entryId: string | null;
  readonly version: number | null;
  readonly target: "draft" | "complete";
  readonly content: unknown;
  readonly reason: string | null;
};

/** The entry as it stands in the registry. */
export type Stored = {
  readonly entryId: string;
  readonly version: number;
  readonly state: EntryState;
  readonly updatedBy: string;
  readonly updatedAt: string;
};

/** What came of a save, as far as the form needs it. */
export type SaveAnswer =
  | {
      readonly ok: true;
      readonly patientId: string;
      readonly entryId: string;
      readonly version: number;
      readonly state: EntryState;
      readonly warnings: readonly FieldIssue[];
    }
  | { readonly ok: false; readonly reason: "invalid"; readonly issues: readonly FieldIssue[] }
  | {
      readonly ok: false;
      readonly reason: "conflict";
      readonly current: Stored & { readonly content: EntryContent };
    }
  | {
      readonly ok: false;
      readonly reason:
        "reason-needed" | "not-found" | "not-allowed" | "signed-out" | "invalid-request" | "failed";
      readonly message: string;
    };

export type RemoveRequest = {
  readonly form: FormId;
  readonly entryId: string;
  readonly version: number;
  readonly reason: string;
};

export type Save = (request: SaveRequest) => Promise<SaveAnswer>;
export type Remove = (request: RemoveRequest) => Promise<SaveAnswer>;
