import classes from "./patient-timeline.module.css";

export const responseNames: Readonly<Record<string, string>> = {
  baseline: "baseline",
  CR: "complete response",
  PR: "partial response",
  SD: "stable disease",
  "non-CR/non-PD": "non-CR/non-PD",
  PD: "progressive disease",
  NE: "not evaluable",
};

/** The mark of a response, each of its own shape, centred on 0, 0. */
export function ResponseMark({ response }: { readonly response: string }) {
  switch (response) {
    case "baseline":
      return <path d="M0 -7 V7" className={classes.baseline} />;
    case "CR":
      return <circle r={6} className={classes.hollow} data-response="CR" />;
    case "PR":
      return <path d="M0 -6.5 L6.5 5 H-6.5 Z" className={classes.mark} data-response="PR" />;
    case "SD":
    case "non-CR/non-PD":
      return <rect x={-5} y={-5} width={10} height={10} className={classes.mark} data-response="SD" />;
    case "PD":
      return <path d="M0 -7 L7 0 L0 7 L-7 0 Z" className={classes.mark} data-response="PD" />;
    default:
      return <path d="M-5 -5 L5 5 M-5 5 L5 -5" className={classes.cross} />;
  }
}
