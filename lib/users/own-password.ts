import { appendEvent } from "../../db/record";
import { countFailure, isLocked } from "../auth/commands";
import { userByUsername } from "../auth/data";
import type { FormOutcome } from "../auth/form-action";
import { hashPassword, isPassword } from "../auth/password";
import { actorOf, type Context } from "../auth/viewer";
import { writePassword } from "./commands";
import { passwordIssues } from "./user-input";

/** Changes the viewer's own password and ends all his sessions. A wrong present password counts like a failed sign-in. */
export async function changeOwnPassword(
  context: Context,
  input: { readonly currentPassword: string; readonly password: string; readonly repeatedPassword?: string },
): Promise<FormOutcome> {
  const { username } = context.viewer;
  const issues = passwordIssues(input, username);
  if (issues.length > 0) return { ok: false, issues };
  const known = await userByUsername(context.db.read, username);
  const right = await isPassword(known?.passwordHash ?? null, input.currentPassword);
  const passwordHash = await hashPassword(input.password);
  return context.db.transaction(async (writer): Promise<FormOutcome> => {
    const recording = { writer, actor: actorOf(context), at: context.now };
    const user = await userByUsername(writer, username);
    if (!user) return { ok: false, message: "There is no such user." };
    if (isLocked(user.lockedUntil, context.now)) {
      await appendEvent(recording, { action: "sign-in.refuse", tableName: "users", rowId: user.id });
      return { ok: false, message: "The account is locked after five failures. Try again in 15 minutes." };
    }
    if (!right || user.passwordHash !== known?.passwordHash) {
      await countFailure(recording, user);
      return { ok: false, issues: [{ field: "currentPassword", message: "This is not your password." }] };
    }
    await writePassword(recording, { userId: user.id, passwordHash, action: "user.change-own-password" });
    return { ok: true };
  });
}
