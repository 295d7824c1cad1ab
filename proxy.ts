import { type NextRequest, NextResponse } from "next/server";
import { pathHeader, sessionCookieName } from "./lib/auth/session-cookie";

const publicPaths = ["/sign-in", "/set-up"];

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const hasSessionCookie = (request: NextRequest) =>
  [true, false].some((secure) => request.cookies.has(sessionCookieName(secure)));

/** Leads a browser without a session to the sign-in page, and gives every page its content security policy. It authorises nothing. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const reads = request.method === "GET" || request.method === "HEAD";
  if (reads && !publicPaths.includes(pathname) && !hasSessionCookie(request)) {
    const url = new URL("/sign-in", request.nextUrl);
    if (pathname !== "/") url.searchParams.set("next", `${pathname}${search}`);
    return NextResponse.redirect(url);
  }
  const headers = new Headers(request.headers);
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  headers.set("content-security-policy", policy(nonce));
  headers.set("x-nonce", nonce);
  headers.set(pathHeader, `${pathname}${search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy(nonce));
  return response;
}

export const config = { matcher: ["/((?!api/auth|_next/|icon|favicon).*)"] };
