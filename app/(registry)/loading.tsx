/** Shown while a page is read from the database. */
export default function Loading() {
  return (
    <p role="status" aria-busy="true">
      Loading…
    </p>
  );
}
