import type { Metadata } from "next";
import Link from "next/link";
import { homeOf } from "@/lib/auth/navigation";
import { roleLabels } from "@/lib/auth/permissions";
import { currentViewer } from "@/lib/auth/session";
import { PageHeader } from "@/lib/ui/page-header";

export const metadata: Metadata = { title: "Not allowed" };

/** Said where the viewer's role opens nothing. */
export default async function Forbidden() {
  const viewer = await currentViewer();
  return (
    <>
      <PageHeader
        title="Not allowed"
        lead={
          viewer
            ? `You are signed in as ${viewer.name}, with the role ${roleLabels[viewer.role]}. This page is for other roles. An administrator can change yours.`
            : "You are not signed in."
        }
      />
      <Link href={viewer ? homeOf(viewer.role) : "/sign-in"}>
        {viewer ? "To your first page" : "To the sign-in page"}
      </Link>
    </>
  );
}
