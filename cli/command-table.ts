import type { Command } from "./command";

const none = { least: 0, most: 0 } as const;

/** Every command of `npm run -s registry`, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "migrate",
    takes: "",
    summary: "brings the database to the current tables; safe to run again",
    details: [],
    options: {},
    positionals: none,
    load: () => import("./commands/migrate"),
  },
  {
    name: "create-user",
    takes: "--username NAME --name “FULL NAME” --role ROLE [--sites A,B] [--password-stdin]",
    summary: "creates an account",
    details: [
      "--username NAME    what is typed to sign in",
      "--name “FULL NAME” how the person is shown",
      "--role ROLE        clinician, coordinator, reviewer or administrator",
      "--sites A,B        the sites of a clinician or coordinator",
      "--password-stdin   reads the password from stdin; without it one is made and printed",
    ],
    options: {
      username: { type: "string" },
      name: { type: "string" },
      role: { type: "string" },
      sites: { type: "string" },
      "password-stdin": { type: "boolean" },
    },
    positionals: none,
    load: () => import("./commands/create-user"),
  },
  {
    name: "import",
    takes: "FOLDER [--check] [--known-sites]",
    summary:
      "imports patients.csv, therapy_lines.csv, assessments.csv and target_lesions.csv: all or nothing",
    details: [
      "--check        tells what is wrong and what would be imported, and imports nothing",
      "--known-sites  refuses a centre that is no site yet, instead of making it one",
      "",
      "Every bad cell is told on stderr with its file, line, column, value and reason; then nothing is imported.",
    ],
    options: { check: { type: "boolean" }, "known-sites": { type: "boolean" } },
    positionals: { least: 1, most: 1 },
    load: () => import("./commands/import"),
  },
  {
    name: "outcomes",
    takes: "--study SLUG | --definition FILE.json [--format json|text]",
    summary: "prints the report of a study",
    details: [
      "--study SLUG            such as intrinsic-resistance: from the outcomes kept with the records",
      "--definition FILE.json  any definition, derived now; docs/study-definition.md has its parameters",
      "--format json|text      text unless said",
    ],
    options: {
      study: { type: "string" },
      definition: { type: "string" },
      format: { type: "string", default: "text" },
    },
    positionals: none,
    load: () => import("./commands/outcomes"),
  },
  {
    name: "dictionary",
    takes: "",
    summary: "prints the data dictionary as CSV",
    details: [],
    options: {},
    positionals: none,
    load: () => import("./commands/dictionary"),
  },
  {
    name: "verify-statistics",
    takes: "[FOLDER] [--format json|text]",
    summary: "recomputes the reference cases of the statistics and tells how far each deviates",
    details: [
      "FOLDER              where the reference cases stand, instead of the registry's own",
      "--format json|text  text unless said",
    ],
    options: { format: { type: "string", default: "text" } },
    positionals: { least: 0, most: 1 },
    load: () => import("./commands/verify-statistics"),
  },
  {
    name: "load-demonstration",
    takes: "",
    summary: "makes an empty registry a demonstration: 60 synthetic patients and an account for each role",
    details: [
      "The accounts and their passwords are written to DATA_DIR/accounts.json; a second run changes nothing.",
    ],
    options: {},
    positionals: none,
    load: () => import("./commands/load-demonstration"),
  },
];
