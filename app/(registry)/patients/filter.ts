import type { PatientFilter } from "@/lib/patients/data";

type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

const textOf = (value: string | readonly string[] | undefined) =>
  typeof value === "string" ? value.slice(0, 100) : "";

/** The filter an address asks for: `?search=…&site=…&sex=…&vital=…&page=2`. */
export function filterOf(search: Search): PatientFilter {
  const page = Number(textOf(search.page));
  return {
    search: textOf(search.search),
    site: textOf(search.site) || null,
    sex: textOf(search.sex) || null,
    vital: textOf(search.vital) || null,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a page of the filtered list. */
export function pageAddress(filter: PatientFilter, page: number): string {
  const { search, site, sex, vital } = filter;
  const asked = Object.entries({ search, site, sex, vital }).flatMap(([key, value]) =>
    value ? [[key, value]] : [],
  );
  const query = new URLSearchParams([...asked, ...(page > 1 ? [["page", String(page)]] : [])]).toString();
  return query ? `/patients?${query}` : "/patients";
}

/** True when the filter leaves anybody out. */
export function isFiltering({ search, site, sex, vital }: PatientFilter): boolean {
  return Boolean(search.trim() || site || sex || vital);
}
