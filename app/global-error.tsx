"use client";

type GlobalErrorProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** Said when even the frame of the pages broke, so it stands on nothing else. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <head>
        <title>Not available · Sequela</title>
      </head>
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          maxWidth: "40rem",
          margin: "4rem auto",
          padding: "1rem",
        }}
      >
        <main>
          <h1>The registry is not available</h1>
          <p>Something went wrong on the server. Nothing that was saved is lost.</p>
          {error.digest ? <p>Tell the operator the code {error.digest}.</p> : null}
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
