import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { database } from "../../db/client";
import { dataDirectory } from "../../db/dialect";
import { seeSession, signIn, signOut } from "./commands";
import { sessionOfKey } from "./data";
import { sessionCookieName } from "./session-cookie";
import { sessionHours } from "./session-key";
import { secretIn } from "./secret";
import { signInInput } from "./sign-in-input";
import type { Viewer } from "./viewer";

declare module "next-auth" {
  interface Session {
    viewer?: Viewer;
  }
}

// Without an address of its own, the registry is wherever it is served.
if (!process.env.NEXTAUTH_URL) process.env.AUTH_TRUST_HOST ||= "true";

let secret: string | undefined;

const instant = () => new Date().toISOString();

/** True when browsers reach the registry over https, as its address says or else the request that a proxy forwarded. */
export function isServedOverHttps(forwardedProtocol: string | null): boolean {
  const address = process.env.NEXTAUTH_URL;
  if (address) return address.startsWith("https:");
  return forwardedProtocol?.split(",")[0]?.trim() === "https";
}

/** What the session cookie is, with the secure flag on https only. */
export function sessionCookie(secure: boolean) {
  return {
    name: sessionCookieName(secure),
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/**
 * next-auth with credentials, its token replaced: the cookie holds a random key, and what it opens is looked
 * up in our sessions at every request.
 */
export function authOptions(secure: boolean): AuthOptions {
  secret ??= process.env.NEXTAUTH_SECRET || secretIn(dataDirectory());
  return {
    secret,
    useSecureCookies: secure,
    cookies: { sessionToken: sessionCookie(secure) },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: sessionHours * 3600 },
    providers: [
      Credentials({
        credentials: { username: { label: "User name" }, password: { label: "Password", type: "password" } },
        authorize,
      }),
    ],
    jwt: {
      encode: ({ token }) => (typeof token?.key === "string" ? token.key : ""),
      decode: async ({ token: key }) => {
        const viewer = key ? await viewerOfKey(key) : null;
        return viewer && { sub: viewer.id, name: viewer.name, key, viewer };
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user && "key" in user ? { ...token, key: user.key } : token),
      session: ({ session, token }) => ({ ...session, viewer: token.viewer as Viewer }), // put there by `decode` above
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.key === "string") await signOut(await database(), token.key, instant());
      },
    },
    logger: {
      error: (code, details) => {
        if (!isExpectedEnd(details)) console.error(code, details);
      },
    },
  };
}

async function authorize(credentials: unknown) {
  const attempt = signInInput.safeParse(credentials);
  if (!attempt.success) return null;
  const result = await signIn(await database(), attempt.data, instant());
  return result.ok ? { id: result.userId, name: result.name, key: result.key } : null;
}

async function viewerOfKey(key: string): Promise<Viewer | null> {
  const db = await database();
  const session = await sessionOfKey(db.read, key, instant());
  if (session) await seeSession(db, session, instant());
  return session?.viewer ?? null;
}

/** A session that has ended is no error; next-auth logs it as one. */
function isExpectedEnd(details: unknown): boolean {
  return details instanceof Error && details.message === "JWT invalid";
}
