"use client";

import { Button, Group, Modal, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { FormId } from "../../crf/forms";
import type { Remove, Stored } from "./save";

type RemoveEntryProps = {
  readonly formId: FormId;
  readonly stored: Stored;
  readonly remove: Remove;
  readonly onRemoved: () => void;
};

/** Removes an entry after a reason and a confirmation. */
export function RemoveEntry({ formId, stored, remove, onRemoved }: RemoveEntryProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState("");
  const [isPending, setPending] = useState(false);
  const confirm = async () => {
    if (reason.trim() === "") return setError("Give a reason for removing the entry.");
    setPending(true);
    try {
      const answer = await remove({ form: formId, entryId: stored.entryId, version: stored.version, reason });
      if (answer.ok) onRemoved();
      else
        setError(
          "message" in answer ? answer.message : "Somebody else changed the entry: load the page again.",
        );
    } catch {
      setError("The registry did not answer. Try again.");
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button variant="subtle" color="red" size="xs" onClick={() => setOpen(true)}>
        Remove entry
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title="Remove this entry?"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Text size="sm" mb="sm">
          It no longer counts anywhere. Its history is kept.
        </Text>
        <Textarea
          label="Reason for removing it"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={error || undefined}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={() => setOpen(false)}>
            Keep it
          </Button>
          <Button color="red.9" loading={isPending} onClick={() => void confirm()}>
            Remove
          </Button>
        </Group>
      </Modal>
    </>
  );
}
