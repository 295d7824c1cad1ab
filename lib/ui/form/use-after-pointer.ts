"use client";

import { useCallback, useEffect, useRef } from "react";

/**
 * Runs work once the pointer that is pressed has been let go and its click has been heard.
 * A message that appears when a field is left moves what is below it: shown at once, it would move a button away between press and release.
 */
export function useAfterPointer(): (work: () => void) => void {
  const isDown = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const press = () => {
      isDown.current = true;
    };
    const release = () => {
      isDown.current = false;
      const works = waiting.current;
      waiting.current = [];
      setTimeout(() => works.forEach((work) => work()));
    };
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    window.addEventListener("pointerdown", press, options);
    window.addEventListener("pointerup", release, options);
    window.addEventListener("pointercancel", release, options);
    return () => listening.abort();
  }, []);
  return useCallback((work) => {
    if (isDown.current) waiting.current.push(work);
    else setTimeout(work);
  }, []);
}
