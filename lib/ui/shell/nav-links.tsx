"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./shell.module.css";

export type NavLink = { readonly href: string; readonly label: string };

const isWithin = (pathname: string, href: string) =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);

/** The links of the navigation, the present one marked. */
export function NavLinks({ links }: { readonly links: readonly NavLink[] }) {
  const pathname = usePathname();
  return (
    <ul className={styles.links}>
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link
            className={styles.link}
            href={href}
            prefetch={false}
            aria-current={isWithin(pathname, href) ? "page" : undefined}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
