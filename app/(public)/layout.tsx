import type { ReactNode } from "react";
import { PublicShell } from "@/lib/ui/shell/shell";

/** The frame of the pages before sign-in. */
export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return <PublicShell>{children}</PublicShell>;
}
