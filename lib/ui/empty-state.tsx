import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** What stands where there is nothing: why it is empty, and what one can do. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.words}>{children}</div> : null}
    </div>
  );
}
