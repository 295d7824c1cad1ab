import { createHash, randomBytes } from "node:crypto";

export const sessionHours = 12;
export const idleMinutes = 60;

/** A new random key for a browser's cookie. */
export function newSessionKey(): string {
  return randomBytes(32).toString("base64url");
}

/** The id of a key's session: its SHA-256, so that the sessions table opens no session. */
export function sessionId(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** An instant some milliseconds after another, both ISO in UTC. */
export function later(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}
