import { registryLayout, registryTables } from "@/lib/exchange/registry-layout";
import classes from "./exchange.module.css";

/** The columns that each of the four files must have. */
export function FileLayout() {
  return (
    <details className={classes.layout}>
      <summary>What the files must hold</summary>
      <p>
        CSV with commas, in UTF-8, with these columns in any order. Dates are written 2009-03-14. An empty
        cell is taken as not available in the source; a site is named by its code, its name, or its name in
        files.
      </p>
      <dl>
        {registryTables.map((table) => (
          <div key={table}>
            <dt>{registryLayout[table].file}</dt>
            <dd>{registryLayout[table].columns.join(", ")}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
