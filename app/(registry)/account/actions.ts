"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/auth/form-action";
import { endSession } from "@/lib/auth/session";
import { changeOwnPassword } from "@/lib/users/own-password";
import { ownPasswordInput } from "@/lib/users/user-input";

export const changeOwnPasswordAction = formAction(null, ownPasswordInput, async (context, input) => {
  const outcome = await changeOwnPassword(context, input);
  if (!outcome.ok) return outcome;
  await endSession();
  redirect("/sign-in?notice=password-changed");
});
