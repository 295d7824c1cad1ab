import type { Metadata } from "next";
import Link from "next/link";
import classes from "@/app/(registry)/admin/admin.module.css";
import { requireContext } from "@/lib/auth/session";
import { PageHeader } from "@/lib/ui/page-header";
import { NewSiteForm } from "./new-site-form";

export const metadata: Metadata = { title: "Add site" };

/** Where an administrator makes a site. */
export default async function NewSitePage() {
  await requireContext("user.manage");
  return (
    <>
      <Link className={classes.back} href="/admin">
        Administration
      </Link>
      <PageHeader title="Add site" />
      <NewSiteForm />
    </>
  );
}
