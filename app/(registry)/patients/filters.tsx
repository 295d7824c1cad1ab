import { Button, NativeSelect, TextInput } from "@mantine/core";
import Link from "next/link";
import type { PatientFilter } from "@/lib/patients/data";
import { isFiltering } from "./filter";
import classes from "./patients.module.css";

type FiltersProps = {
  readonly filter: PatientFilter;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
};

/** The filters of the patient list. They stand in the address, so that a list can be kept as a bookmark. */
export function Filters({ filter, sites }: FiltersProps) {
  return (
    <form method="get" action="/patients" role="search" aria-label="Patients" className={classes.filters}>
      <TextInput
        className={classes.search ?? ""}
        name="search"
        label="Pseudonym or source id"
        defaultValue={filter.search}
        key={`search-${filter.search}`}
      />
      {sites.length > 1 && (
        <NativeSelect
          name="site"
          label="Site"
          key={`site-${filter.site ?? ""}`}
          defaultValue={filter.site ?? ""}
          data={[{ value: "", label: "All" }, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <NativeSelect
        name="sex"
        label="Sex"
        key={`sex-${filter.sex ?? ""}`}
        defaultValue={filter.sex ?? ""}
        data={[
          { value: "", label: "All" },
          { value: "male", label: "Male" },
          { value: "female", label: "Female" },
          { value: "unknown", label: "Unknown" },
        ]}
      />
      <NativeSelect
        name="vital"
        label="Vital status"
        key={`vital-${filter.vital ?? ""}`}
        defaultValue={filter.vital ?? ""}
        data={[
          { value: "", label: "All" },
          { value: "alive", label: "Alive" },
          { value: "dead", label: "Dead" },
          { value: "lost", label: "Lost to follow-up" },
        ]}
      />
      <Button type="submit" variant="default">
        Search
      </Button>
      {isFiltering(filter) && <Link href="/patients">Clear filters</Link>}
    </form>
  );
}
