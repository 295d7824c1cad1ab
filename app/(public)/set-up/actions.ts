"use server";

import { revalidatePath } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import { database } from "@/db/client";
import { failure } from "@/lib/auth/action";
import { fieldsOf, type FormState, formState } from "@/lib/auth/form-action";
import { loadDemonstration } from "@/lib/demonstration/load";
import { setUp, setUpInput } from "@/lib/settings/commands";

/** Sets up an empty installation, then leads to the sign-in page. */
export async function setUpAction(previous: FormState, form: FormData): Promise<FormState> {
  try {
    const input = setUpInput.safeParse(fieldsOf(form));
    if (!input.success)
      return formState(previous, form, { ok: false, message: "The request could not be understood." });
    const installing = { db: await database(), now: new Date().toISOString() };
    const outcome = await setUp(installing, input.data, (context) => loadDemonstration(context));
    if (!outcome.ok) return formState(previous, form, outcome);
    revalidatePath("/", "layout");
    redirect("/sign-in?notice=set-up");
  } catch (error) {
    unstable_rethrow(error);
    return formState(previous, form, failure(error));
  }
}
