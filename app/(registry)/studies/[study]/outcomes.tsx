import Link from "next/link";
import type { ReactNode } from "react";
import { FlowDiagram } from "@/lib/charts/flow-diagram";
import { publishedFor } from "@/lib/outcomes/published";
import type { StudyReport } from "@/lib/outcomes/study-report";
import { FiguresTable } from "./figures-table";
import { MembershipTable } from "./membership-table";
import { OutcomeTable } from "./outcome-table";
import { PublishedNotes } from "./published-notes";
import { StudyParameters } from "./study-parameters";
import { studyLinks } from "./study-links";
import classes from "./study.module.css";
import { SurvivalSection } from "./survival-section";

const sections = [
  ["results", "Results"],
  ["figures", "Published beside recomputed"],
  ["flow", "Order of exclusion"],
  ["os", "Overall survival"],
  ["pfs_subsequent", "PFS of the sequential therapy"],
  ["by-group", "Outcome by mode and class"],
  ["membership", "Membership"],
  ["methods", "Methods"],
] as const;

type OutcomesProps = { readonly report: StudyReport; readonly show: string; readonly page: number };

/** Every section of the outcomes page: results, figures, flow, curves, groups, membership, methods. */
export function Outcomes({ report, show, page }: OutcomesProps) {
  const links = studyLinks(report.study.slug);
  const published = publishedFor(report.study.id);
  return (
    <>
      <nav aria-label="Sections of this page" className={classes.links}>
        {sections.map(([id, label]) => (
          <a key={id} href={`#${id}`}>
            {label}
          </a>
        ))}
      </nav>
      <Section id="results" title="Results">
        <div className={classes.prose}>
          {report.text.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </Section>
      <Section id="figures" title="Published beside recomputed">
        <FiguresTable figures={report.figures} published={published} links={links} />
        {published && <PublishedNotes published={published} />}
      </Section>
      <Section id="flow" title="Order of exclusion">
        <FlowDiagram
          registered={report.registered.length}
          exclusions={report.flow.map((step) => ({
            id: step.criterion,
            label: step.label,
            excluded: step.excluded.length,
            unknown: step.unknown.length,
            remaining: step.remaining,
          }))}
          links={links}
          countLink={({ href, children }) => <Link href={href}>{children}</Link>}
        />
      </Section>
      {report.survival.map((data) => (
        <SurvivalSection
          key={data.id}
          data={data}
          group={data.id === "os" ? "Cohort" : "Treated further"}
          links={links}
        />
      ))}
      <Section id="by-group" title="Outcome of the subsequent line by mode and class">
        {report.tables.map((table) => (
          <div key={table.id} id={table.id} className={classes.small}>
            <h3>{table.title}</h3>
            <OutcomeTable table={table} links={links} />
          </div>
        ))}
      </Section>
      <Section id="membership" title="Membership">
        <MembershipTable outcomes={report.outcomes} show={show} page={page} links={links} />
      </Section>
      <Section id="methods" title="Methods">
        <dl className={classes.terms}>
          {report.methods.map(({ name, text }) => (
            <div key={name} className={classes.term}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <h3>Parameters of the study definition</h3>
        <StudyParameters study={report.study} />
      </Section>
    </>
  );
}

type SectionProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

function Section({ id, title, children }: SectionProps) {
  return (
    <section id={id} className={classes.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
