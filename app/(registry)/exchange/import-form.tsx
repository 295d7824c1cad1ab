"use client";

import { Button, FileInput } from "@mantine/core";
import Link from "next/link";
import { Notice } from "@/lib/ui/notice";
import { ConfirmImport } from "./confirm-import";
import { countsText, problemsText } from "./counts-text";
import classes from "./exchange.module.css";
import { ProblemsTable } from "./problems-table";
import { useImport } from "./use-import";

/** Chooses the four files, checks them, tells every bad cell, and imports them once nothing is wrong. */
export function ImportForm() {
  const { state, choose, check, importAll } = useImport();
  const { files, busy, outcome, message } = state;
  return (
    <>
      <form
        className={classes.form}
        aria-label="Import files"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <FileInput
          className={classes.files}
          classNames={{ input: classes.chosen }}
          label="The four files"
          description="patients.csv, therapy_lines.csv, assessments.csv and target_lesions.csv, chosen together"
          placeholder="Choose the files"
          multiple
          accept=".csv,text/csv"
          value={[...files]}
          onChange={choose}
          disabled={busy !== null}
          fileInputProps={{ "aria-label": "The four files" }}
        />
        <Button type="submit" variant={outcome?.ok ? "default" : "filled"} disabled={busy !== null}>
          Check
        </Button>
      </form>
      <div aria-live="polite">
        {busy === "checking" && <Notice>Checking every cell…</Notice>}
        {busy === "importing" && (
          <Notice>Importing. A thousand patients take about a quarter of a minute…</Notice>
        )}
      </div>
      {message !== null && <Notice grave>{message}</Notice>}
      {outcome?.imported && outcome.counts && (
        <Notice>
          Imported {countsText(outcome.counts)}. <Link href="/patients">Show the patients</Link>
        </Notice>
      )}
      {outcome && !outcome.ok && (
        <Notice grave>
          Nothing was imported: {problemsText(outcome)}. Correct the files and check them again.
        </Notice>
      )}
      {outcome?.ok && !outcome.imported && outcome.counts && (
        <ConfirmImport
          counts={outcome.counts}
          warnings={outcome.warnings}
          busy={busy !== null}
          onConfirm={() => void importAll()}
        />
      )}
      {outcome && outcome.problems.length > 0 && (
        <section aria-labelledby="report-title">
          <h2 id="report-title">{outcome.ok ? "Worth a look" : "What is wrong"}</h2>
          <ProblemsTable problems={outcome.problems} total={outcome.errors + outcome.warnings} />
        </section>
      )}
    </>
  );
}
