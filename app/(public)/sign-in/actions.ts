"use server";

import { redirect, unstable_rethrow } from "next/navigation";
import { failure } from "@/lib/auth/action";
import { signInRefusal } from "@/lib/auth/commands";
import { fieldsOf, type FormState, formState } from "@/lib/auth/form-action";
import { localPath } from "@/lib/auth/local-path";
import { homeOf } from "@/lib/auth/navigation";
import { beginSession } from "@/lib/auth/session";
import { signInInput } from "@/lib/auth/sign-in-input";

/** Signs somebody in and leads to where they wanted to go. */
export async function signInAction(previous: FormState, form: FormData): Promise<FormState> {
  try {
    const attempt = signInInput.safeParse(fieldsOf(form));
    if (!attempt.success) return formState(previous, form, { ok: false, message: signInRefusal });
    const result = await beginSession(attempt.data);
    if (!result.ok) return formState(previous, form, result);
    const next = localPath(form.get("next"), "/");
    redirect(next === "/" ? homeOf(result.role) : next);
  } catch (error) {
    unstable_rethrow(error);
    return formState(previous, form, failure(error));
  }
}
