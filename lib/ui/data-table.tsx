import type { ReactNode } from "react";
import classes from "./data-table.module.css";

type DataTableProps = {
  /** Names the region; unique on its page. */
  readonly label: string;
  /** A long table scrolls within the height of the window, so that its header stays in sight. */
  readonly tall?: boolean;
  readonly children: ReactNode;
};

/** A dense table that scrolls in its own region, reachable by keyboard, its header and first column staying in sight. */
export function DataTable({ label, tall = false, children }: DataTableProps) {
  return (
    <div
      className={tall ? `${classes.region} ${classes.tall}` : classes.region}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table className={classes.table}>{children}</table>
    </div>
  );
}

/** The class of a cell or header of numbers. */
export const numberCell = classes.number;
/** The class of text that stands back. */
export const quietText = classes.quiet;
