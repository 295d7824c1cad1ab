import Link from "next/link";
import type { Lack, Lacking } from "@/lib/work/data";
import classes from "./work-list.module.css";

const words: Readonly<Record<Lack, string>> = {
  diagnosis: "Patients without a diagnosis",
  "follow-up": "Patients without a follow-up",
  assessment: "Therapy lines without an assessment",
  baseline: "Therapy lines without a baseline assessment",
};

type Item = Lacking["patients"][number];

function addressOf(lack: Lack, { patientId, lineId }: Item): string {
  const base = `/patients/${patientId}`;
  if (lineId === null) return `${base}/${lack}/new`;
  return `${base}/assessment/new?line=${lineId}${lack === "baseline" ? "&role=baseline" : ""}`;
}

/** What is missing: under each kind the patients, each leading to the form to fill in. */
export function LackingLists({ lists }: { readonly lists: readonly Lacking[] }) {
  return (
    <section className={classes.section} aria-labelledby="missing">
      <h2 id="missing">Missing</h2>
      {lists.map(({ lack, total, patients }) => (
        <div key={lack}>
          <h3>
            {words[lack]} ({total})
          </h3>
          <ul className={classes.chips}>
            {patients.map((item) => (
              <li key={item.lineId ?? item.patientId}>
                <Link href={addressOf(lack, item)} prefetch={false}>
                  {item.pseudonym}
                </Link>
              </li>
            ))}
            {total > patients.length && <li>and {total - patients.length} more</li>}
          </ul>
        </div>
      ))}
    </section>
  );
}
