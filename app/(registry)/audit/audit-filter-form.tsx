import { Button, NativeSelect, TextInput } from "@mantine/core";
import { actionLabels } from "./action-labels";
import classes from "./audit.module.css";

type AuditFilterFormProps = {
  readonly action: string;
  readonly patient: string;
  readonly byPatient: boolean;
};

/** The filters of the audit trail; they go into the address. */
export function AuditFilterForm({ action, patient, byPatient }: AuditFilterFormProps) {
  const actions = Object.entries(actionLabels).map(([value, label]) => ({ value, label }));
  return (
    <form action="/audit" className={classes.filter} aria-label="Filter events">
      <NativeSelect
        key={`action ${action}`}
        label="Action"
        name="action"
        defaultValue={action}
        data={[{ value: "", label: "Any" }, ...actions]}
      />
      {byPatient && (
        <TextInput
          key={`patient ${patient}`}
          label="Patient"
          name="patient"
          defaultValue={patient}
          description="Pseudonym or source id"
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="off"
        />
      )}
      <Button type="submit" variant="default">
        Filter
      </Button>
    </form>
  );
}
