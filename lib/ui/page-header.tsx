import type { ReactNode } from "react";
import styles from "./page-header.module.css";

type PageHeaderProps = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
};

/** The head of a page: its title as the h1, a sentence below, and what one can do there. */
export function PageHeader({ title, lead, actions }: PageHeaderProps) {
  return (
    <div className={styles.header}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {lead ? <div className={styles.lead}>{lead}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
