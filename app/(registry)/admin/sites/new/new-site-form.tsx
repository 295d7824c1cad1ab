"use client";

import { createSiteAction } from "@/app/(registry)/admin/actions";
import { TextLine } from "@/lib/ui/action-form/action-fields";
import { ActionForm } from "@/lib/ui/action-form/action-form";

/** The code and the name of a new site. */
export function NewSiteForm() {
  return (
    <ActionForm id="new-site" action={createSiteAction} submit="Create site">
      {(state) => (
        <>
          <TextLine
            form="new-site"
            state={state}
            name="code"
            label="Site code"
            note="Two to five capital letters, for good: it begins the pseudonyms given there, such as BER-0001."
            maxLength={5}
          />
          <TextLine form="new-site" state={state} name="name" label="Site name" maxLength={100} />
        </>
      )}
    </ActionForm>
  );
}
