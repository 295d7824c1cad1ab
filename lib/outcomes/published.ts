import { rounded } from "./figure-text";
import type { Figure } from "./study-report";

type PublishedFigure = {
  readonly text: string;
  /** True when the recomputed figure, rounded as published, is the published one. */
  readonly agrees: (figure: Figure) => boolean;
};

export type Published = {
  readonly source: string;
  readonly doi: string;
  readonly cohort: string;
  readonly figures: Readonly<Record<string, PublishedFigure>>;
  readonly notes: readonly string[];
};

const count = (value: number): PublishedFigure => ({
  text: String(value),
  agrees: (figure) => figure.value === value,
});

const same = (value: number | null, published: number) =>
  value !== null && rounded(value, 1) === rounded(published, 1);

const range = (value: number, min: number, max: number): PublishedFigure => ({
  text: `${rounded(value, 1)} months (${rounded(min, 1)} – ${rounded(max, 1)})`,
  agrees: (figure) => same(figure.value, value) && same(figure.min, min) && same(figure.max, max),
});

const interval = (value: number, lower: number, upper: number): PublishedFigure => ({
  text: `${rounded(value, 1)} months (95 % CI ${rounded(lower, 1)} – ${rounded(upper, 1)})`,
  agrees: (figure) =>
    same(figure.value, value) &&
    Object.values(figure.intervals ?? {}).some(
      (limits) => same(limits.lower, lower) && same(limits.upper, upper),
    ),
});

/** Busch 2011, abstract. Only what it states: no p value, no definition and no sex of the six is published. */
const busch2011: Published = {
  source: "Busch et al., BMC Cancer 2011;11:295, abstract",
  doi: "10.1186/1471-2407-11-295",
  cohort: "Charité Berlin and Hannover Medical School, retrospective",
  figures: {
    cohort: count(35),
    "sex.male": count(18),
    "sex.female": count(11),
    "index_drug.sunitinib": count(28),
    "index_drug.sorafenib": count(7),
    treatment_interval: range(2.4, 1, 4.6),
    "progression.new_lesion": count(22),
    "progression.growth": count(13),
    "subsequent.any": count(25),
    "subsequent.class.rTKI": count(15),
    "subsequent.class.mTOR": count(10),
    "subsequent.new_lesion": count(16),
    "refractory.new_lesion": count(12),
    "stabilised.new_lesion": count(4),
    "subsequent.growth": count(9),
    "stabilised.growth": count(6),
    failed_both_lines: count(15),
    disease_control_by_class: {
      text: "not associated",
      agrees: (figure) => figure.p !== null && figure.p >= 0.05,
    },
    pfs_subsequent: range(3.2, 1, 16.6),
    os: interval(14.9, 5.5, 24.4),
  },
  notes: [
    "The published sexes, 18 male and 11 female, add up to 29 of 35: six are unaccounted for and stand here as unknown.",
    "The published interval of OS is symmetric about the median, which suggests an SPSS-type interval; the paper's software is not known.",
    "Not published: the definition of resistance, the RECIST version, the staging interval, the origin of OS, and every p value.",
  ],
};

/** What was published of the cohort a study recomputes, or null. */
export function publishedFor(studyId: string): Published | null {
  return studyId === "intrinsic-resistance" ? busch2011 : null;
}
