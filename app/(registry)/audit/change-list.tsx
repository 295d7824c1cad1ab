import type { Change } from "@/lib/audit/data";
import classes from "./audit.module.css";

const atOnce = 6;

/** What an event changed, field by field, from before to after; a long list opens on demand. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return "–";
  if (changes.length <= atOnce) return <Items changes={changes} />;
  return (
    <details>
      <summary>{changes.length} fields</summary>
      <Items changes={changes} />
    </details>
  );
}

function Items({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <ul className={classes.changes}>
      {changes.map(({ field, label, before, after }) => (
        <li key={field}>
          {label}: {before && after ? `from ${before} to ` : ""}
          {after ? <strong>{after}</strong> : `${before || "nothing"}, now empty`}
        </li>
      ))}
    </ul>
  );
}
