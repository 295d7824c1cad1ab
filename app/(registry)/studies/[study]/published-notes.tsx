import type { Published } from "@/lib/outcomes/published";
import classes from "./study.module.css";

/** Where the published figures come from, and what must be known to read them. */
export function PublishedNotes({ published }: { readonly published: Published }) {
  return (
    <div className={classes.caption}>
      <p>
        Published: {published.source} ({published.cohort}),{" "}
        <a href={`https://doi.org/${published.doi}`} rel="noreferrer">
          doi:{published.doi}
        </a>
        . “Agrees” means that the recomputed figure, rounded as published, is the published one.
      </p>
      <ul>
        {published.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
