"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

type LinkButtonProps = {
  readonly href: string;
  /** Whether it is the main thing to do on the page. */
  readonly main?: boolean;
  readonly children: ReactNode;
};

/** A link to another page that looks like a button. */
export function LinkButton({ href, main = false, children }: LinkButtonProps) {
  return (
    <Button component={Link} href={href} prefetch={false} variant={main ? "filled" : "default"} size="xs">
      {children}
    </Button>
  );
}
