"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { PageHeader } from "@/lib/ui/page-header";

type ErrorPageProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** Said when a page broke: how to try again, and what to tell the operator. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <>
      <PageHeader
        title="This page could not be shown"
        lead="Something went wrong on the server. Nothing that was saved is lost."
        actions={<Button onClick={retry}>Try again</Button>}
      />
      {error.digest ? <p>Tell the operator the code {error.digest}.</p> : null}
    </>
  );
}
