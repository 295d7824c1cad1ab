import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { database } from "@/db/client";
import { PageHeader } from "@/lib/ui/page-header";
import { hasUsers } from "@/lib/users/data";
import { SetUpForm } from "./set-up-form";

export const metadata: Metadata = { title: "Set-up" };

/** The first page of an empty installation; once somebody can sign in it leads there. */
export default async function SetUpPage() {
  await connection();
  if (await hasUsers((await database()).read)) redirect("/sign-in");
  return (
    <>
      <PageHeader
        title="Set up this registry"
        lead="Nobody can sign in yet. Make the first administrator and the first site; more follow in the administration."
      />
      <SetUpForm />
    </>
  );
}
