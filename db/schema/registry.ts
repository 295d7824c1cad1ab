import { boolean, index, integer, primaryKey, table, text, uniqueIndex } from "../columns";

/** A centre. Its code is its key and begins the pseudonyms allocated there. */
export const sites = table(
  "sites",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /** The centre's name in imported files. */
    sourceId: text("source_id"),
    /** How many pseudonyms the site has allocated: the last number given. */
    allocated: integer("allocated").notNull(),
    version: integer("version").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (row) => [uniqueIndex("sites_source").on(row.sourceId)],
);

/** What the installation is: `kind` real or demonstration, and when it was set up. */
export const settings = table("settings", {
  id: text("id").primaryKey(),
  value: text("value").notNull(),
  version: integer("version").notNull(),
});

export const users = table(
  "users",
  {
    id: text("id").primaryKey(),
    username: text("username").notNull(),
    name: text("name").notNull(),
    role: text("role").notNull(),
    passwordHash: text("password_hash").notNull(),
    active: boolean("active").notNull(),
    failedSignIns: integer("failed_sign_ins").notNull(),
    lockedUntil: text("locked_until"),
    version: integer("version").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (row) => [uniqueIndex("users_username").on(row.username)],
);

/** The sites a user works for. */
export const userSites = table(
  "user_sites",
  { userId: text("user_id").notNull(), siteId: text("site_id").notNull() },
  (row) => [primaryKey({ columns: [row.userId, row.siteId] })],
);

/** A signed-in browser. The id is the SHA-256 of the random key in its cookie, so the table opens no session. */
export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id").notNull(),
    createdAt: text("created_at").notNull(),
    lastSeenAt: text("last_seen_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    revokedAt: text("revoked_at"),
  },
  (row) => [index("sessions_user").on(row.userId)],
);

/** Everything that happened, append-only and hash-chained: one chain for each patient, and one for events of no patient. */
export const auditEvents = table(
  "audit_events",
  {
    id: text("id").primaryKey(),
    chain: text("chain").notNull(),
    sequence: integer("sequence").notNull(),
    at: text("at").notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    source: text("source").notNull(),
    action: text("action").notNull(),
    tableName: text("table_name").notNull(),
    rowId: text("row_id").notNull(),
    patientId: text("patient_id"),
    before: text("before"),
    after: text("after"),
    reason: text("reason"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (row) => [
    uniqueIndex("audit_events_chain").on(row.chain, row.sequence),
    index("audit_events_row").on(row.rowId),
    index("audit_events_at").on(row.at),
  ],
);
