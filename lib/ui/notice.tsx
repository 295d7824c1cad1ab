import type { ReactNode } from "react";
import classes from "./notice.module.css";

/** A sentence that tells what has happened; a grave one tells what went wrong. */
export function Notice({
  grave = false,
  children,
}: {
  readonly grave?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <p
      role={grave ? "alert" : "status"}
      className={grave ? `${classes.notice} ${classes.grave}` : classes.notice}
    >
      {children}
    </p>
  );
}
