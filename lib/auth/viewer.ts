import type { Database } from "../../db/client";
import type { Actor } from "../../db/record";
import type { Role } from "./permissions";

/** The sites whose patients a viewer may see. Minted by the session and the command line only. */
export type SiteScope = "all" | readonly string[];

/** Who is looking. */
export type Viewer = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly sites: SiteScope;
};

/** What every read and command of a domain is given: the database, the viewer, and the time (ISO, UTC). */
export type Context = {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly now: string;
  readonly source: Actor["source"];
};

/** True when a site lies within a scope. */
export function inScope(scope: SiteScope, site: string): boolean {
  return scope === "all" || scope.includes(site);
}

/** The author of what a context writes. */
export function actorOf(context: Context): Actor {
  return { id: context.viewer.id, name: context.viewer.name, source: context.source };
}

/** The day of a context, as an ISO date (UTC). */
export function todayOf(context: Pick<Context, "now">): string {
  return context.now.slice(0, 10);
}

/** A context for work that nobody signed in does, such as a command of the operator: every site, and by default what a coordinator may. */
export function systemContext(
  db: Database,
  now: string,
  source: Actor["source"],
  role: Role = "coordinator",
): Context {
  const viewer = { id: "command-line", username: "command-line", name: "command line", role } as const;
  return { db, viewer: { ...viewer, sites: "all" }, now, source };
}
