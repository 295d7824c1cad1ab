let carried = "";

/** Keeps a message for the page that comes next. */
export function carry(message: string): void {
  carried = message;
}

/** The message the page before left, once. */
export function takeCarried(): string {
  const message = carried;
  carried = "";
  return message;
}
