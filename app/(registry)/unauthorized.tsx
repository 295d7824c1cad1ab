import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "Not signed in" };

/** Said where nobody is signed in any more. */
export default function Unauthorized() {
  return (
    <>
      <PageHeader title="Not signed in" lead="Your session has ended." />
      <Link href="/sign-in">To the sign-in page</Link>
    </>
  );
}
