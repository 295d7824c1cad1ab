import classes from "./entry-form.module.css";
import type { Section } from "./sections";

/** Links to the sections of a form; nothing for a form of one section. */
export function SectionNav({ sections }: { readonly sections: readonly Section[] }) {
  if (sections.length < 2) return null;
  return (
    <nav aria-label="Sections of the form" className={classes.nav}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
