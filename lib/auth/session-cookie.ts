/** The name of the session cookie; on https browsers themselves refuse it from any other host or path. */
export function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-sequela-session" : "sequela-session";
}

/** The request header in which `proxy.ts` tells a page its own path, so that signing in can lead back to it. */
export const pathHeader = "x-sequela-path";
