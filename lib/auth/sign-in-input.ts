import { z } from "zod";

/** What a sign-in sends. */
export const signInInput = z.object({ username: z.string().max(200), password: z.string().max(1000) });
