import classes from "./save-bar.module.css";

/** The room at the end of a page that the save bar would otherwise cover. */
export function SaveBarRoom() {
  return <div className={classes.room} />;
}
