import styles from "./shell.module.css";

/** Said on every page of a demonstration. */
export function DemonstrationBanner() {
  return (
    <aside className={styles.banner} aria-label="About this registry">
      Demonstration registry: 60 synthetic patients, no real person
    </aside>
  );
}
