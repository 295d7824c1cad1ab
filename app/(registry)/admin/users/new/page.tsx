import type { Metadata } from "next";
import Link from "next/link";
import classes from "@/app/(registry)/admin/admin.module.css";
import { siteChoices } from "@/app/(registry)/admin/role-choices";
import { requireContext } from "@/lib/auth/session";
import { sitesOf } from "@/lib/sites/data";
import { PageHeader } from "@/lib/ui/page-header";
import { NewUserForm } from "./new-user-form";

export const metadata: Metadata = { title: "Add user" };

/** Where an administrator makes a user. */
export default async function NewUserPage() {
  const context = await requireContext("user.manage");
  return (
    <>
      <Link className={classes.back} href="/admin">
        Administration
      </Link>
      <PageHeader
        title="Add user"
        lead="Hand the password over in person; it can be changed after sign-in."
      />
      <NewUserForm sites={siteChoices(await sitesOf(context))} />
    </>
  );
}
