import Link from "next/link";
import { figureText } from "@/lib/outcomes/figure-text";
import type { Published } from "@/lib/outcomes/published";
import type { Figure } from "@/lib/outcomes/study-report";
import { DataTable, numberCell, quietText } from "@/lib/ui/data-table";
import { agreementOf, figureDetails } from "./agreement-text";
import type { StudyLinks } from "./study-links";
import classes from "./study.module.css";

type FiguresTableProps = {
  readonly figures: readonly Figure[];
  readonly published: Published | null;
  readonly links: StudyLinks;
};

/** Every figure of a report, published beside recomputed, each with a link to exactly its patients. */
export function FiguresTable({ figures, published, links }: FiguresTableProps) {
  return (
    <DataTable label="Published beside recomputed">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Published</th>
          <th scope="col">Recomputed</th>
          <th scope="col">Agreement</th>
          <th scope="col" className={numberCell}>
            Patients
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const agreement = agreementOf(published, figure);
          return (
            <tr key={figure.id} id={`figure-${figure.id}`}>
              <th scope="row" className={classes.label}>
                {figure.label}
              </th>
              <td className={classes.published}>{agreement?.text ?? "–"}</td>
              <td className={classes.reason}>
                {figureText(figure)}
                <Denominator figure={figure} />
                {figureDetails(figure).map((detail) => (
                  <div key={detail} className={quietText}>
                    {detail}
                  </div>
                ))}
              </td>
              <td className={classes.mark}>
                {agreement?.mark === "differs" ? (
                  <strong>differs</strong>
                ) : (
                  (agreement?.mark ?? "not published")
                )}
              </td>
              <td className={numberCell}>
                <Link
                  href={links.figure(figure.id)}
                  aria-label={`${figure.patients.length} patients: ${figure.label}`}
                >
                  {figure.patients.length}
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

/** What a plain count is a part of; a rate says it among its details. */
function Denominator({ figure }: { readonly figure: Figure }) {
  if (figure.unit !== "patients" || figure.proportion) return null;
  return <span className={quietText}> of {figure.n}</span>;
}
