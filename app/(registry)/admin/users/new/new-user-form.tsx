"use client";

import { createUserAction } from "@/app/(registry)/admin/actions";
import { roleChoices, type SiteChoice, sitesNote } from "@/app/(registry)/admin/role-choices";
import { CheckLines, PasswordLine, SelectLine, TextLine } from "@/lib/ui/action-form/action-fields";
import { ActionForm } from "@/lib/ui/action-form/action-form";

/** All that a new user needs. */
export function NewUserForm({ sites }: { readonly sites: readonly SiteChoice[] }) {
  return (
    <ActionForm id="new-user" action={createUserAction} submit="Create user">
      {(state) => {
        const field = { form: "new-user", state };
        return (
          <>
            <TextLine {...field} name="username" label="User name" maxLength={40} />
            <TextLine {...field} name="name" label="Name" maxLength={100} />
            <SelectLine {...field} name="role" label="Role" choices={roleChoices} stored="clinician" />
            <CheckLines {...field} name="sites" label="Sites" note={sitesNote} choices={sites} />
            <PasswordLine {...field} name="password" label="Password" note="At least 12 characters." />
            <PasswordLine {...field} name="repeatedPassword" label="Password again" />
          </>
        );
      }}
    </ActionForm>
  );
}
