import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { homeOf, pagesFor } from "@/lib/auth/navigation";
import { roleLabels } from "@/lib/auth/permissions";
import { endSession, requireContext } from "@/lib/auth/session";
import { Shell } from "@/lib/ui/shell/shell";

async function signOut(): Promise<void> {
  "use server";
  await endSession();
  redirect("/sign-in?notice=signed-out");
}

/** The frame of every page of the registry, with the navigation that the viewer's role opens. */
export default async function RegistryLayout({ children }: { readonly children: ReactNode }) {
  const { viewer } = await requireContext();
  const { name, role } = viewer;
  return (
    <Shell
      home={homeOf(role)}
      links={pagesFor(role).map(({ href, label }) => ({ href, label }))}
      person={{ name, role: roleLabels[role] }}
      signOut={signOut}
    >
      {children}
    </Shell>
  );
}
