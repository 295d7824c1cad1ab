import { expect, it } from "vitest";
import { fieldsOf, formState } from "./form-action";

const sent = () => {
  const form = new FormData();
  form.append("$ACTION_ID_1", "");
  form.append("name", "Anna");
  form.append("sites", "BER");
  form.append("sites", "HAN");
  form.append("password", "a quiet river runs");
  form.append("repeatedPassword", "a quiet river runs");
  return form;
};
const fresh = { attempt: 0, values: {}, issues: [], message: null, ok: false };

it("reads a form's fields without what the framework adds", () => {
  expect(fieldsOf(sent())).toEqual({
    name: "Anna",
    sites: ["BER", "HAN"],
    password: "a quiet river runs",
    repeatedPassword: "a quiet river runs",
  });
});

it("gives back what was typed after a refusal, but never a password", () => {
  const issues = [{ field: "name", message: "Another." }];
  expect(formState(fresh, sent(), { ok: false, issues })).toEqual({
    attempt: 1,
    values: { name: "Anna", sites: ["BER", "HAN"] },
    issues,
    message: null,
    ok: false,
  });
});

it("empties the form after a success", () => {
  expect(formState(fresh, sent(), { ok: true, message: "Done." })).toMatchObject({ values: {}, ok: true });
});
