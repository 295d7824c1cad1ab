"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./shell.module.css";

/** The navigation of a narrow screen: opens without JavaScript, and with it closes on Escape and after a link has led on. */
export function Menu({ children }: { readonly children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const pathname = usePathname();
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [pathname]);
  return (
    <details
      ref={details}
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !details.current?.open) return;
        details.current.open = false;
        summary.current?.focus();
      }}
    >
      <summary ref={summary} className={styles.summary}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1 3h14M1 8h14M1 13h14" stroke="currentColor" strokeWidth="2" />
        </svg>
        Menu
      </summary>
      <div className={styles.panel}>{children}</div>
    </details>
  );
}
