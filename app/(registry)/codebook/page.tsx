import type { Metadata } from "next";
import { requireContext } from "@/lib/auth/session";
import { formById, formIds } from "@/lib/crf/forms";
import { PageHeader } from "@/lib/ui/page-header";
import classes from "./codebook.module.css";
import { FormSection } from "./form-section";
import { MissingReasons } from "./missing-reasons";

export const metadata: Metadata = { title: "Codebook" };

/** Every form and field of the registry, printed from the definitions the forms are made of. */
export default async function CodebookPage() {
  await requireContext("codebook.read");
  return (
    <>
      <PageHeader
        title="Codebook"
        lead="Every field as it is collected: its codes, units, limits, conditions and checks. Values are stored in the first unit named; a choice is stored as its code."
        actions={
          <a href="/codebook/dictionary.csv" download>
            Download the data dictionary (CSV)
          </a>
        }
      />
      <nav aria-label="Forms" className={classes.links}>
        {formIds.map((id) => (
          <a key={id} href={`#${id}`}>
            {formById(id).title}
          </a>
        ))}
        <a href="#missing">Missing reasons</a>
      </nav>
      {formIds.map((id) => (
        <FormSection key={id} form={formById(id)} />
      ))}
      <MissingReasons />
    </>
  );
}
