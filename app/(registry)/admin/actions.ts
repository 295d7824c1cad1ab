"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormOutcome, formAction } from "@/lib/auth/form-action";
import { createSite } from "@/lib/sites/commands";
import { siteInput } from "@/lib/sites/site-input";
import { changeUser, createUser, resetPassword, setUserActive, unlockUser } from "@/lib/users/commands";
import { activeInput, newUserInput, resetInput, unlockInput, userChangeInput } from "@/lib/users/user-input";

const refreshed = (outcome: FormOutcome): FormOutcome => {
  if (outcome.ok) revalidatePath("/admin", "layout");
  return outcome;
};

export const createUserAction = formAction("user.manage", newUserInput, async (context, input) => {
  const outcome = await createUser(context, input);
  if (!outcome.ok) return outcome;
  redirect("/admin?notice=user-created");
});

export const changeUserAction = formAction("user.manage", userChangeInput, async (context, input) =>
  refreshed(await changeUser(context, input)),
);

export const setUserActiveAction = formAction("user.manage", activeInput, async (context, input) =>
  refreshed(await setUserActive(context, { ...input, active: input.active === "yes" })),
);

export const resetPasswordAction = formAction("user.manage", resetInput, async (context, input) =>
  refreshed(await resetPassword(context, input)),
);

export const unlockUserAction = formAction("user.manage", unlockInput, async (context, input) =>
  refreshed(await unlockUser(context, input.id)),
);

export const createSiteAction = formAction("user.manage", siteInput, async (context, input) => {
  const outcome = await createSite(context, input);
  if (!outcome.ok) return outcome;
  redirect("/admin?notice=site-created");
});
