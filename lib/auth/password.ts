import { hash, verify } from "@node-rs/argon2";

export const shortestPassword = 12;
export const longestPassword = 200;

/** What is wrong with a new password, in a sentence, or null. A user name of one or two letters is in many words. */
export function passwordProblem(password: string, username: string): string | null {
  if (password.length < shortestPassword) return `Use at least ${shortestPassword} characters.`;
  if (password.length > longestPassword) return `Use at most ${longestPassword} characters.`;
  if (new Set(password).size < 5) return "Use at least five different characters.";
  return username.length > 2 && password.toLowerCase().includes(username.toLowerCase())
    ? "The password must not contain the user name."
    : null;
}

/** The argon2id hash of a password, with its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let decoy: Promise<string> | undefined;

/** True when the password is the one hashed. Without a hash it takes as long and is false, so that the time tells nobody which users exist. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const right = await verify(passwordHash ?? (await decoy), password.slice(0, longestPassword + 1));
  return passwordHash !== null && right;
}
