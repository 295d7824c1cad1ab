"use client";

import { useState } from "react";
import { checkImportAction, type ImportOutcome, importRegistryAction } from "./actions";
import { mostMegabytes } from "./limits";

type Busy = "checking" | "importing" | null;

/** What the page knows of the files chosen: what came of their check or import, and what is under way. */
export type ImportState = {
  readonly files: readonly File[];
  readonly busy: Busy;
  readonly outcome: ImportOutcome | null;
  readonly message: string | null;
};

const untouched: ImportState = { files: [], busy: null, outcome: null, message: null };

const lost = "The server did not answer, or a file changed since it was chosen. Choose the files again.";

function sizeProblem(files: readonly File[]): string | null {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return bytes > mostMegabytes * 1e6
    ? `The files are larger than ${mostMegabytes} MB together: ask the operator to import them on the command line.`
    : null;
}

/** Chooses, checks and imports files. Whoever chooses other files checks anew. */
export function useImport() {
  const [state, setState] = useState(untouched);

  const send = async (busy: Exclude<Busy, null>) => {
    const { files } = state;
    const problem = files.length === 0 ? "Choose the four files first." : sizeProblem(files);
    if (problem) return setState({ ...state, outcome: null, message: problem });
    setState({ ...state, busy, message: null });
    const form = new FormData();
    for (const file of files) form.append("files", file);
    try {
      const answer = await (busy === "checking" ? checkImportAction : importRegistryAction)(form);
      if ("reason" in answer) setState({ files, busy: null, outcome: null, message: answer.message });
      else setState({ files: answer.imported ? [] : files, busy: null, outcome: answer, message: null });
    } catch {
      setState({ files, busy: null, outcome: null, message: lost });
    }
  };

  return {
    state,
    choose: (files: readonly File[]) => setState({ ...untouched, files }),
    check: () => send("checking"),
    importAll: () => send("importing"),
  };
}
