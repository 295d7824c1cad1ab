"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import styles from "./shell.module.css";

const patience = 150;
const longest = 20_000;

/** True when a click leads this window to another page of the registry. */
function leadsOn(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || event.defaultPrevented || event.button !== 0) return false;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  if ((link.target && link.target !== "_self") || link.hasAttribute("download")) return false;
  const [to, from] = [new URL(link.href, location.href), new URL(location.href)];
  return to.origin === from.origin && `${to.pathname}${to.search}` !== `${from.pathname}${from.search}`;
}

/**
 * The loading state of every page: a bar and a word while a link leads on. It is no Suspense fallback, so
 * that a page answers with its own status (403, 404) and reads without JavaScript.
 */
export function Progress() {
  const place = `${usePathname()}?${useSearchParams()}`;
  const [leaving, setLeaving] = useState<string | null>(null);
  useEffect(() => {
    let [soon, late] = [0, 0];
    const stop = () => {
      clearTimeout(soon);
      clearTimeout(late);
    };
    const onClick = (event: MouseEvent) => {
      if (!leadsOn(event)) return;
      stop();
      soon = window.setTimeout(() => setLeaving(place), patience);
      late = window.setTimeout(() => setLeaving(null), longest);
    };
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      stop();
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [place]);
  const loading = leaving === place;
  return (
    <div role="status" className={loading ? styles.progress : undefined}>
      {loading ? <span className="visually-hidden">Loading…</span> : null}
    </div>
  );
}
