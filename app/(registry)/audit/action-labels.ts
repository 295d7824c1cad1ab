/** What the actions of the audit trail are called. */
export const actionLabels: Readonly<Record<string, string>> = {
  "entry.create": "Entry created",
  "entry.change": "Entry changed",
  "entry.remove": "Entry removed",
  "registry.import": "Files imported",
  "sign-in": "Signed in",
  "sign-out": "Signed out",
  "sign-in.fail": "Wrong password",
  "sign-in.lock": "Account locked after wrong passwords",
  "sign-in.refuse": "Sign-in refused",
  "user.create": "User created",
  "user.change": "User changed",
  "user.change-own-password": "Own password changed",
  "user.reset-password": "Password reset",
  "user.enable": "User enabled",
  "user.disable": "User disabled",
  "user.unlock": "User unlocked",
  "site.create": "Site created",
};

/** An action in words, or its code where it has none. */
export function actionLabel(action: string): string {
  return Object.hasOwn(actionLabels, action) ? (actionLabels[action] ?? action) : action;
}
