import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { database } from "@/db/client";
import { signInRefusal } from "@/lib/auth/commands";
import { localPath } from "@/lib/auth/local-path";
import { homeOf } from "@/lib/auth/navigation";
import { currentViewer } from "@/lib/auth/session";
import { Notice } from "@/lib/ui/notice";
import { PageHeader } from "@/lib/ui/page-header";
import { hasUsers } from "@/lib/users/data";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const notices: Readonly<Record<string, string>> = {
  "set-up": "The registry is set up. Sign in as its administrator.",
  "password-changed": "Your password is changed. Sign in with the new one.",
  "signed-out": "You are signed out.",
};

type SignInPageProps = {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** The sign-in page; an installation without users leads to its set-up. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, notice, error } = await searchParams;
  const viewer = await currentViewer();
  const wanted = localPath(next, "/");
  if (viewer) redirect(wanted === "/" ? homeOf(viewer.role) : wanted);
  if (!(await hasUsers((await database()).read))) redirect("/set-up");
  const told = typeof notice === "string" ? notices[notice] : undefined;
  return (
    <>
      <PageHeader title="Sign in" lead="A registry of metastatic renal cell carcinoma." />
      {told ? <Notice>{told}</Notice> : null}
      {error ? <Notice grave>{signInRefusal}</Notice> : null}
      <SignInForm next={wanted} />
    </>
  );
}
