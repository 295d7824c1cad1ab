import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "Not found" };

/** Said of what does not exist, and of another site's patient alike. */
export default function NotFound() {
  return (
    <>
      <PageHeader title="Not found" lead="There is no such patient or page at your sites." />
      <Link href="/">To the first page</Link>
    </>
  );
}
