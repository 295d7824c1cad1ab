"use client";

import { ActionForm } from "@/lib/ui/action-form/action-form";
import { PasswordLine, TextLine } from "@/lib/ui/action-form/action-fields";
import { signInAction } from "./actions";

/** User name and password, and where to go then. */
export function SignInForm({ next }: { readonly next: string }) {
  return (
    <ActionForm id="sign-in" action={signInAction} submit="Sign in">
      {(state) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextLine form="sign-in" state={state} name="username" label="User name" autoComplete="username" />
          <PasswordLine form="sign-in" state={state} name="password" label="Password" fresh={false} />
        </>
      )}
    </ActionForm>
  );
}
