import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "./brand";
import { Menu } from "./menu";
import { type NavLink, NavLinks } from "./nav-links";
import { Progress } from "./progress";
import styles from "./shell.module.css";

type ShellProps = {
  readonly home: string;
  readonly links: readonly NavLink[];
  readonly person: { readonly name: string; readonly role: string };
  readonly signOut: () => Promise<void>;
  readonly children: ReactNode;
};

/** The frame of every page of somebody signed in: skip link, navigation, who one is, sign-out, and the page. */
export function Shell({ home, links, person, signOut, children }: ShellProps) {
  const account = <Account person={person} signOut={signOut} />;
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        <Progress />
        <div className={styles.bar}>
          <Brand href={home} />
          <nav className={styles.wide} aria-label="Main">
            <NavLinks links={links} />
          </nav>
          {account}
          <Menu>
            <nav aria-label="Main">
              <NavLinks links={links} />
            </nav>
            {account}
          </Menu>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
}

/** The frame of a page of somebody not signed in. */
export function PublicShell({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Brand href="/" />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.narrow}>
        {children}
      </main>
    </>
  );
}

function SkipLink() {
  return (
    <a className={styles.skip} href="#main">
      Skip to the content
    </a>
  );
}

function Account({ person, signOut }: Pick<ShellProps, "person" | "signOut">) {
  return (
    <div className={styles.account}>
      <Link className={styles.person} href="/account" prefetch={false}>
        <span className={styles.name}>{person.name}</span>
        <span className={styles.role}>{person.role}</span>
      </Link>
      <form action={signOut}>
        <button type="submit" className={styles.signOut}>
          Sign out
        </button>
      </form>
    </div>
  );
}
