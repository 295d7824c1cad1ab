import classes from "./patient-page.module.css";

const words = { missing: "Missing", draft: "Draft", complete: "Complete" } as const;

/** How far a form is, in a word and a mark. */
export function StateBadge({ state }: { readonly state: "missing" | "draft" | "complete" }) {
  return (
    <span className={classes.state} data-state={state}>
      {words[state]}
    </span>
  );
}
