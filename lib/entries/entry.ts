import type { EntryContent } from "../crf/define";
import type { EntryState } from "../crf/entry-state";
import type { FormId } from "../crf/forms";

/** A filled-in form. */
export type Entry = {
  readonly id: string;
  readonly form: FormId;
  readonly patientId: string;
  readonly state: EntryState;
  readonly version: number;
  readonly sourceId: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly content: EntryContent;
};

/** What somebody wants saved: for a new entry no id and no version; for a new patient no patient either. `content` is as it came, unchecked. */
export type SaveInput = {
  readonly form: FormId;
  readonly patientId: string | null;
  readonly entryId: string | null;
  readonly version: number | null;
  readonly target: "draft" | "complete";
  readonly content: unknown;
  readonly reason: string | null;
};

/** What came of a save: the entry, or a refusal that says what to do, with nothing written. */
export type SaveResult =
  | {
      readonly ok: true;
      readonly patientId: string;
      readonly entryId: string;
      readonly version: number;
      readonly state: EntryState;
      readonly warnings: readonly { readonly field: string; readonly message: string }[];
    }
  | {
      readonly ok: false;
      readonly reason: "invalid";
      /** At a field (`haemoglobin`, or `lesions.0.diameter` in a group), or `""` for the whole. */
      readonly issues: readonly { readonly field: string; readonly message: string }[];
    }
  | {
      readonly ok: false;
      readonly reason: "conflict";
      readonly current: {
        readonly entryId: string;
        readonly state: EntryState;
        readonly version: number;
        readonly updatedBy: string;
        readonly updatedAt: string;
        readonly content: EntryContent;
      };
    }
  | {
      readonly ok: false;
      readonly reason: "reason-needed" | "not-found" | "not-allowed";
      readonly message: string;
    };
