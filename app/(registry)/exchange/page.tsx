import type { Metadata } from "next";
import { requireContext } from "@/lib/auth/session";
import { PageHeader } from "@/lib/ui/page-header";
import { FileLayout } from "./file-layout";
import { ImportForm } from "./import-form";

export const metadata: Metadata = { title: "Import" };

/** Import of another registry's four files: checked first, then all of them or nothing. */
export default async function ExchangePage() {
  await requireContext("import.run");
  return (
    <>
      <PageHeader
        title="Import"
        lead="Patients of your sites from four CSV files. Every cell is checked as the forms check it; while one is bad, nothing is imported."
      />
      <ImportForm />
      <FileLayout />
    </>
  );
}
