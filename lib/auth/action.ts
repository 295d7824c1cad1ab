import { randomUUID } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { ZodType } from "zod";
import { loggableError, StaleVersionError } from "../../db/errors";
import { may, type Permission } from "./permissions";
import { contextOf, currentViewer } from "./session";
import type { Context } from "./viewer";

export type ActionRefusal = {
  readonly ok: false;
  readonly reason: "signed-out" | "not-allowed" | "invalid-request" | "failed";
  readonly message: string;
};

const refusal = (reason: ActionRefusal["reason"], message: string): ActionRefusal => ({
  ok: false,
  reason,
  message,
});

/** A server action: who calls, whether he may, what he sends, then the command, and any failure as a sentence. Without a permission, everybody signed in may. */
export function action<I, R>(
  permission: Permission | null,
  schema: ZodType<I>,
  command: (context: Context, input: I) => Promise<R>,
): (input: unknown) => Promise<R | ActionRefusal> {
  return async (input) => {
    try {
      const viewer = await currentViewer();
      if (!viewer) return refusal("signed-out", "You are no longer signed in. Sign in and try again.");
      if (permission && !may(viewer.role, permission))
        return refusal("not-allowed", "Your role does not allow this.");
      const parsed = schema.safeParse(input);
      if (!parsed.success) return refusal("invalid-request", "The request could not be understood.");
      return await command(await contextOf(viewer), parsed.data);
    } catch (error) {
      unstable_rethrow(error);
      return failure(error);
    }
  };
}

/** What a person is told of an unexpected error: the details stay in the server's log, under the id given. */
export function failure(error: unknown): ActionRefusal {
  if (error instanceof StaleVersionError)
    return refusal("failed", "Somebody else changed this in the meantime. Load the page again.");
  const id = randomUUID().slice(0, 8);
  console.error(`Action failed, id ${id}: ${loggableError(error)}`);
  return refusal("failed", `Something went wrong and nothing was saved. Tell the operator the id ${id}.`);
}
