import type { Metadata } from "next";
import { roleLabels } from "@/lib/auth/permissions";
import { requireContext } from "@/lib/auth/session";
import { PageHeader } from "@/lib/ui/page-header";
import { OwnPasswordForm } from "./own-password-form";

export const metadata: Metadata = { title: "Your account" };

/** Who one is here, and one's password. */
export default async function AccountPage() {
  const { viewer } = await requireContext();
  const sites = viewer.sites === "all" ? "all sites" : `the sites ${viewer.sites.join(", ")}`;
  return (
    <>
      <PageHeader
        title="Your account"
        lead={`${viewer.name}, user name ${viewer.username}, ${roleLabels[viewer.role]} for ${sites}.`}
      />
      <h2>Change your password</h2>
      <p>You are then signed out everywhere and sign in with the new one.</p>
      <OwnPasswordForm />
    </>
  );
}
