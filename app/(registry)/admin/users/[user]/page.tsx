import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import classes from "@/app/(registry)/admin/admin.module.css";
import { siteChoices } from "@/app/(registry)/admin/role-choices";
import { userStatus } from "@/app/(registry)/admin/users-table";
import { roleLabels } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { sitesOf } from "@/lib/sites/data";
import { instantText } from "@/lib/ui/instant-text";
import { PageHeader } from "@/lib/ui/page-header";
import { userById } from "@/lib/users/data";
import { ActiveForm, ChangeUserForm, ResetPasswordForm, UnlockForm } from "./user-forms";

export const metadata: Metadata = { title: "User" };

/** One user: what he may do, and whether he may sign in. */
export default async function UserPage({ params }: { readonly params: Promise<{ readonly user: string }> }) {
  const context = await requireContext("user.manage");
  const user = await userById(context, (await params).user);
  if (!user) notFound();
  const { id, version, name, role, sites, active } = user;
  const shown = { id, version, name, role, sites, active };
  const isOwn = id === context.viewer.id;
  return (
    <>
      <Link className={classes.back} href="/admin">
        Administration
      </Link>
      <PageHeader
        title={`User ${user.username}`}
        lead={`${name}, ${roleLabels[role]}. ${userStatus(user)}. Created ${instantText(user.createdAt)}.`}
      />
      {user.locked && user.lockedUntil ? (
        <section className={classes.part} aria-labelledby="unlock-heading">
          <h2 id="unlock-heading">Locked</h2>
          <p>After five failed sign-ins, until {instantText(user.lockedUntil)}.</p>
          <UnlockForm id={id} />
        </section>
      ) : null}
      <section className={classes.part} aria-labelledby="change-heading">
        <h2 id="change-heading">Details</h2>
        <p>
          {isOwn
            ? "This is your own account: the role is changed by another administrator."
            : "A change ends the sessions of the account, so that it acts at once."}
        </p>
        <ChangeUserForm user={shown} sites={siteChoices(await sitesOf(context))} />
      </section>
      <section className={classes.part} aria-labelledby="reset-heading">
        <h2 id="reset-heading">Password</h2>
        <p>
          {isOwn
            ? "This is your own account: you can also change the password on your account page."
            : "For somebody who has lost it. It also lifts a lock."}
        </p>
        <ResetPasswordForm user={shown} />
      </section>
      {isOwn ? null : (
        <section className={classes.part} aria-labelledby="active-heading">
          <h2 id="active-heading">{active ? "Disable" : "Enable"}</h2>
          <p>
            {active
              ? "A disabled user is signed out at once and cannot sign in. What he entered stays."
              : "An enabled user can sign in again with the password the account had."}
          </p>
          <ActiveForm user={shown} />
        </section>
      )}
    </>
  );
}
