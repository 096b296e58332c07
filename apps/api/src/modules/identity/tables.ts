import { boolean, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

// better-auth reads and writes Date objects, so its tables cannot use our instant columns.
const date = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })

export const users = pgTable("identity_users", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(true),
  image: text(),
  role: text().notNull(),
  /** The chef whose account it is; nobody else's. */
  chefId: text("chef_id").unique(),
  isActive: boolean("is_active").notNull().default(true),
  twoFactorEnabled: boolean("two_factor_enabled").default(false),
  createdAt: date("created_at").notNull(),
  updatedAt: date("updated_at").notNull(),
})

export const sessions = pgTable(
  "identity_sessions",
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    expiresAt: date("expires_at").notNull(),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (table) => [index("identity_sessions_user").on(table.userId)],
)

export const accounts = pgTable(
  "identity_accounts",
  {
    id: text().primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: date("access_token_expires_at"),
    refreshTokenExpiresAt: date("refresh_token_expires_at"),
    scope: text(),
    password: text(),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (table) => [index("identity_accounts_user").on(table.userId)],
)

export const verifications = pgTable(
  "identity_verifications",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: date("expires_at").notNull(),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (table) => [index("identity_verifications_identifier").on(table.identifier)],
)

export const twoFactors = pgTable(
  "identity_two_factors",
  {
    id: text().primaryKey(),
    secret: text().notNull(),
    backupCodes: text("backup_codes").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    verified: boolean().default(true),
    failedVerificationCount: integer("failed_verification_count").default(0),
    lockedUntil: date("locked_until"),
  },
  (table) => [index("identity_two_factors_user").on(table.userId)],
)

export const signingKeys = pgTable("identity_signing_keys", {
  id: text().primaryKey(),
  publicKey: text("public_key").notNull(),
  privateKey: text("private_key").notNull(),
  alg: text(),
  crv: text(),
  createdAt: date("created_at").notNull(),
  expiresAt: date("expires_at"),
})

/** Failed sign-ins by address, so that guessing one account from many places ends. */
export const loginFailures = pgTable(
  "identity_login_failures",
  {
    id: text().primaryKey(),
    email: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index("identity_login_failures_email").on(table.email, table.at)],
)

/** The token itself is only in the mail; here is its SHA-256. */
export const invitations = pgTable(
  "identity_invitations",
  {
    id: text().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    role: text().notNull(),
    chefId: text("chef_id"),
    tokenHash: text("token_hash").unique(),
    invitedBy: text("invited_by").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [index("identity_invitations_email").on(table.email)],
)

/** Short sessions of customers; the cookie holds the token, here is its SHA-256. */
export const customerSessions = pgTable("identity_customer_sessions", {
  id: text().primaryKey(),
  tokenHash: text("token_hash").notNull().unique(),
  customerId: text("customer_id").notNull(),
  email: text().notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
})
