import { createHash, randomBytes } from "node:crypto"
import { desc, eq, inArray, or, sql } from "drizzle-orm"
import { bigserial, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { z } from "zod"
import { actorName, type Context } from "#platform/context.ts"
import { instant } from "#platform/database/columns.ts"
import { isInTransaction } from "#platform/database/database.ts"
import { withoutTexts } from "#platform/personal-data.ts"

/**
 * Who did what to which thing, each row sealed with the hash of the row before it. Details that named a person
 * can be erased: the row keeps its seal, and a later row of the chain vouches for what is left of it.
 */
export const auditLog = pgTable("operations_audit", {
  sequence: bigserial({ mode: "number" }).primaryKey(),
  at: instant().notNull(),
  actor: text().notNull(),
  action: text().notNull(),
  entity: text().notNull(),
  entityId: text("entity_id").notNull(),
  requestId: text("request_id").notNull(),
  details: jsonb().$type<Record<string, unknown>>().notNull(),
  /** Goes into the seal, so that erased details cannot be guessed from it; gone with them. */
  salt: text(),
  previousHash: text("previous_hash").notNull(),
  hash: text().notNull(),
})

export interface AuditEntry {
  /** Verb in the past, for example `booking.cancelled`. */
  action: string
  entity: string
  entityId: string
  /** What changed, without secrets and without message bodies. */
  details?: Record<string, unknown>
}

const GENESIS = "0".repeat(64)
// Any number works as long as nothing else locks it: the chain has one end, so its writers queue.
const CHAIN_LOCK = 7_240_001

/** Writes an audit row in the caller's transaction. Call it last: it orders all audited transactions. */
export async function audit(ctx: Context, entry: AuditEntry): Promise<void> {
  if (!isInTransaction())
    throw new Error(`The audit row ${entry.action} must be written in the transaction of its change.`)
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`)
  const [last] = await ctx.db
    .select({ hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.sequence))
    .limit(1)
  const row = {
    at: ctx.now(),
    actor: actorName(ctx.actor),
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entityId,
    requestId: ctx.requestId,
    details: entry.details ?? {},
    salt: randomBytes(16).toString("hex"),
    previousHash: last?.hash ?? GENESIS,
  }
  await ctx.db.insert(auditLog).values({ ...row, hash: hashOf(row) })
}

type Sealed = Omit<typeof auditLog.$inferSelect, "sequence" | "hash">

function hashOf(row: Sealed): string {
  const members = [
    row.previousHash,
    row.at.epochMilliseconds,
    row.actor,
    row.action,
    row.entity,
    row.entityId,
  ]
  return createHash("sha256")
    .update(
      JSON.stringify([...members, row.requestId, canonical(row.details), ...(row.salt ? [row.salt] : [])]),
    )
    .digest("hex")
}

/** @returns the value with object keys sorted, so that jsonb's own order does not change the hash. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== "object") return value
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, canonical(member)])
}

export interface AuditVerification {
  rows: number
  /** The first row whose seal does not fit, or null. */
  brokenAt: number | null
}

const ERASURE = "audit.details-erased"
const Vouchers = z.object({ rows: z.array(z.tuple([z.number(), z.string()])) })
/**
 * Erases what may name a person from the details of audit rows: numbers, ids and instants stay, every other
 * text goes, with the salt. Writes the row that vouches for what is left.
 * @param about ids of the things whose rows are meant. @param words texts that name the person, wherever they stand.
 * @returns how many rows lost something.
 */
export async function eraseAuditDetails(ctx: Context, about: string[], words: string[]): Promise<number> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`)
  const found = await ctx.db
    .select()
    .from(auditLog)
    .where(
      or(
        inArray(auditLog.entityId, about),
        ...words.map((word) => sql`strpos(lower(${auditLog.details}::text), ${word.toLowerCase()}) > 0`),
      ),
    )
    .orderBy(auditLog.sequence)
  const rows: [number, string][] = []
  for (const row of found) {
    const details = withoutTexts(row.details) as Record<string, unknown> // safe: an object stays one
    if (row.action === ERASURE || JSON.stringify(details) === JSON.stringify(row.details)) continue
    await ctx.db.update(auditLog).set({ details, salt: null }).where(eq(auditLog.sequence, row.sequence))
    rows.push([row.sequence, hashOf({ ...row, details, salt: null })])
  }
  if (rows.length > 0)
    await audit(ctx, { action: ERASURE, entity: "audit", entityId: String(rows.length), details: { rows } })
  return rows.length
}

/** @returns by the number of a row the seals that erasures gave to what they left of it. */
async function readVouchers(ctx: Context): Promise<Map<number, Set<string>>> {
  const erasures = await ctx.db
    .select({ details: auditLog.details })
    .from(auditLog)
    .where(eq(auditLog.action, ERASURE))
  const vouchers = new Map<number, Set<string>>()
  for (const { details } of erasures) {
    for (const [sequence, seal] of Vouchers.parse(details).rows) {
      vouchers.set(sequence, (vouchers.get(sequence) ?? new Set()).add(seal))
    }
  }
  return vouchers
}

/** Reads the whole chain in pages and checks every seal, or that an erasure vouches for what it left. */
export async function verifyAudit(ctx: Context): Promise<AuditVerification> {
  const vouchers = await readVouchers(ctx)
  let previousHash = GENESIS
  let rows = 0
  for (let after = 0; ; ) {
    const page = await ctx.db
      .select()
      .from(auditLog)
      .where(sql`${auditLog.sequence} > ${after}`)
      .orderBy(auditLog.sequence)
      .limit(1000)
    for (const row of page) {
      const seal = hashOf(row)
      const isSealed = row.hash === seal || (row.salt === null && vouchers.get(row.sequence)?.has(seal))
      if (row.previousHash !== previousHash || !isSealed) return { rows, brokenAt: row.sequence }
      previousHash = row.hash
      after = row.sequence
      rows += 1
    }
    if (page.length < 1000) return { rows, brokenAt: null }
  }
}
