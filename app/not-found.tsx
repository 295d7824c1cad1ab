import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/lib/ui/page-header";
import { PublicShell } from "@/lib/ui/shell/shell";

export const metadata: Metadata = { title: "Not found" };

/** Said of an address where there is no page. */
export default function NotFound() {
  return (
    <PublicShell>
      <PageHeader title="Not found" lead="There is no such patient or page at your sites." />
      <Link href="/">To the first page</Link>
    </PublicShell>
  );
}
