import Link from "next/link";
import styles from "./shell.module.css";

/** The name of the registry, leading home. */
export function Brand({ href }: { readonly href: string }) {
  return (
    <Link className={styles.brand} href={href} prefetch={false}>
      <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
        <path
          d="M3 4h5v5h5v5h5v5h3"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      Sequela
    </Link>
  );
}
