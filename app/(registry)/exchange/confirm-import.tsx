"use client";

import { Button, Checkbox } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ImportCounts } from "@/lib/exchange/registry-plan";
import { countsText, problemsText } from "./counts-text";
import classes from "./exchange.module.css";

type Props = {
  readonly counts: ImportCounts;
  readonly warnings: number;
  readonly busy: boolean;
  readonly onConfirm: () => void;
};

/** Says what an import would bring and asks for a word of confirmation before it. It takes the focus when it appears. */
export function ConfirmImport({ counts, warnings, busy, onConfirm }: Props) {
  const [confirmed, setConfirmed] = useState(false);
  const [asked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.confirm} aria-labelledby="confirm-title">
      <h2 id="confirm-title" ref={heading} tabIndex={-1}>
        No errors
      </h2>
      <p>
        The files hold {countsText(counts)}
        {warnings > 0 ? `, with ${problemsText({ errors: 0, warnings })} below` : ""}. Nothing is imported
        yet.
      </p>
      <Checkbox
        label="Import these records. They become part of the registry and are corrected one by one from then on."
        checked={confirmed}
        disabled={busy}
        onChange={(event) => setConfirmed(event.currentTarget.checked)}
        error={asked && !confirmed ? "Confirm that these records are to be imported." : undefined}
      />
      <Button
        disabled={busy}
        onClick={() => {
          setAsked(true);
          if (confirmed) onConfirm();
        }}
      >
        Import {counts.patients.toLocaleString("en")} {counts.patients === 1 ? "patient" : "patients"}
      </Button>
    </section>
  );
}
