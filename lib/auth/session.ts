import { getServerSession } from "next-auth";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { database } from "../../db/client";
import { signIn, type SignInResult, signOut } from "./commands";
import { localPath } from "./local-path";
import { authOptions, isServedOverHttps, sessionCookie } from "./options";
import { may, type Permission } from "./permissions";
import { pathHeader } from "./session-cookie";
import { sessionHours } from "./session-key";
import type { Context, Viewer } from "./viewer";

const isSecure = async () => isServedOverHttps((await headers()).get("x-forwarded-proto"));

/** Who is signed in, as the sessions and users tables say at this request, or null. */
export const currentViewer: () => Promise<Viewer | null> = cache(async () => {
  const session = await getServerSession(authOptions(await isSecure()));
  return session?.viewer ?? null;
});

/** The context of the viewer signed in; leads to the sign-in page when nobody is, and to the not-allowed page without the permission. */
export async function requireContext(permission?: Permission): Promise<Context> {
  const viewer = await currentViewer();
  if (!viewer) {
    const path = localPath((await headers()).get(pathHeader), "/");
    redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  }
  if (permission && !may(viewer.role, permission)) forbidden();
  return contextOf(viewer);
}

/** The context of a viewer at this moment. */
export async function contextOf(viewer: Viewer): Promise<Context> {
  return { db: await database(), viewer, now: new Date().toISOString(), source: "form" };
}

/** Signs a browser in: checks the password and gives it the cookie of its session. For server actions. */
export async function beginSession(attempt: {
  readonly username: string;
  readonly password: string;
}): Promise<SignInResult> {
  const result = await signIn(await database(), attempt, new Date().toISOString());
  if (!result.ok) return result;
  const cookie = sessionCookie(await isSecure());
  (await cookies()).set(cookie.name, result.key, { ...cookie.options, maxAge: sessionHours * 3600 });
  return result;
}

/** Signs a browser out: ends its session and takes its cookie. For server actions. */
export async function endSession(): Promise<void> {
  const cookie = sessionCookie(await isSecure());
  const store = await cookies();
  const key = store.get(cookie.name)?.value;
  if (key) await signOut(await database(), key, new Date().toISOString());
  store.set(cookie.name, "", { ...cookie.options, maxAge: 0 });
}
