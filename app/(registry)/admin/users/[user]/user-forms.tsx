"use client";

import {
  changeUserAction,
  resetPasswordAction,
  setUserActiveAction,
  unlockUserAction,
} from "@/app/(registry)/admin/actions";
import { roleChoices, type SiteChoice, sitesNote } from "@/app/(registry)/admin/role-choices";
import {
  CheckLines,
  ConfirmLine,
  PasswordLine,
  SelectLine,
  TextLine,
} from "@/lib/ui/action-form/action-fields";
import { ActionForm } from "@/lib/ui/action-form/action-form";

export type ShownUser = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly role: string;
  readonly sites: readonly string[];
  readonly active: boolean;
};

function Row({ user }: { readonly user: ShownUser }) {
  return (
    <>
      <input type="hidden" name="id" value={user.id} />
      <input type="hidden" name="version" value={user.version} />
    </>
  );
}

/** A user's name, role and sites. */
export function ChangeUserForm({
  user,
  sites,
}: {
  readonly user: ShownUser;
  readonly sites: readonly SiteChoice[];
}) {
  return (
    <ActionForm id="change" action={changeUserAction} submit="Save changes">
      {(state) => {
        const field = { form: "change", state };
        return (
          <>
            <Row user={user} />
            <TextLine {...field} name="name" label="Name" stored={user.name} maxLength={100} />
            <SelectLine {...field} name="role" label="Role" choices={roleChoices} stored={user.role} />
            <CheckLines
              {...field}
              name="sites"
              label="Sites"
              note={sitesNote}
              choices={sites}
              stored={user.sites}
            />
          </>
        );
      }}
    </ActionForm>
  );
}

/** A new password for somebody who has lost his. */
export function ResetPasswordForm({ user }: { readonly user: ShownUser }) {
  return (
    <ActionForm id="reset" action={resetPasswordAction} submit="Reset password" grave>
      {(state) => {
        const field = { form: "reset", state };
        return (
          <>
            <input type="hidden" name="id" value={user.id} />
            <PasswordLine {...field} name="password" label="New password" note="At least 12 characters." />
            <PasswordLine {...field} name="repeatedPassword" label="New password again" />
            <ConfirmLine
              {...field}
              name="confirmed"
              label={`Reset the password of ${user.name} and end all sessions of this account`}
            />
          </>
        );
      }}
    </ActionForm>
  );
}

/** Keeps a user from signing in, or lets him in again. */
export function ActiveForm({ user }: { readonly user: ShownUser }) {
  return (
    <ActionForm
      id="active"
      action={setUserActiveAction}
      submit={user.active ? "Disable user" : "Enable user"}
      grave={user.active}
    >
      {() => (
        <>
          <Row user={user} />
          <input type="hidden" name="active" value={user.active ? "no" : "yes"} />
        </>
      )}
    </ActionForm>
  );
}

/** Lifts the lock of failed sign-ins. */
export function UnlockForm({ id }: { readonly id: string }) {
  return (
    <ActionForm id="unlock" action={unlockUserAction} submit="Unlock account">
      {() => <input type="hidden" name="id" value={id} />}
    </ActionForm>
  );
}
