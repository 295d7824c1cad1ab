"use client";

import { ActionForm } from "@/lib/ui/action-form/action-form";
import { PasswordLine, RadioLines, TextLine } from "@/lib/ui/action-form/action-fields";
import { setUpAction } from "./actions";
import classes from "./set-up.module.css";

const kinds = [
  { value: "real", label: "Real registry", note: "Patients of your sites. It begins empty." },
  {
    value: "demonstration",
    label: "Demonstration data",
    note: "60 synthetic patients, labelled so on every page. It cannot become a real registry.",
  },
];

/** All that an empty installation must be told. */
export function SetUpForm() {
  return (
    <ActionForm id="set-up" action={setUpAction} submit="Set up the registry">
      {(state) => {
        const field = { form: "set-up", state };
        return (
          <>
            <RadioLines {...field} name="kind" label="What will be registered here?" choices={kinds} />
            <h2 className={classes.section}>First administrator</h2>
            <TextLine {...field} name="username" label="User name" autoComplete="username" maxLength={40} />
            <TextLine {...field} name="name" label="Name" autoComplete="name" maxLength={100} />
            <PasswordLine {...field} name="password" label="Password" note="At least 12 characters." />
            <PasswordLine {...field} name="repeatedPassword" label="Password again" />
            <h2 className={classes.section}>First site</h2>
            <TextLine
              {...field}
              name="siteCode"
              label="Site code"
              note="Two to five capital letters. It begins the pseudonyms given there, such as BER-0001."
              maxLength={5}
            />
            <TextLine {...field} name="siteName" label="Site name" maxLength={100} />
          </>
        );
      }}
    </ActionForm>
  );
}
