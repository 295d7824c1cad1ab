"use client";

import { PasswordLine } from "@/lib/ui/action-form/action-fields";
import { ActionForm } from "@/lib/ui/action-form/action-form";
import { changeOwnPasswordAction } from "./actions";

/** The present password and a new one, twice. */
export function OwnPasswordForm() {
  return (
    <ActionForm id="own-password" action={changeOwnPasswordAction} submit="Change password">
      {(state) => {
        const field = { form: "own-password", state };
        return (
          <>
            <PasswordLine {...field} name="currentPassword" label="Present password" fresh={false} />
            <PasswordLine {...field} name="password" label="New password" note="At least 12 characters." />
            <PasswordLine {...field} name="repeatedPassword" label="New password again" />
          </>
        );
      }}
    </ActionForm>
  );
}
