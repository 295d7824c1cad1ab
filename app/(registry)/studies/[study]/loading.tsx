/** Shown while a study is recomputed. */
export default function LoadingOutcomes() {
  return (
    <p role="status" aria-busy="true">
      Computing the outcomes…
    </p>
  );
}
