import { createHash } from "node:crypto"
import { desc, sql } from "drizzle-orm"
import { bigserial, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { actorName, type Context } from "#platform/context.ts"
import { instant } from "#platform/database/columns.ts"
import { isInTransaction } from "#platform/database/database.ts"

/** Who did what to which thing, each row sealed with the hash of the row before it. */
export const auditLog = pgTable("operations_audit", {
  sequence: bigserial({ mode: "number" }).primaryKey(),
  at: instant().notNull(),
  actor: text().notNull(),
  action: text().notNull(),
  entity: text().notNull(),
  entityId: text("entity_id").notNull(),
  requestId: text("request_id").notNull(),
  details: jsonb().$type<Record<string, unknown>>().notNull(),
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
    .update(JSON.stringify([...members, row.requestId, canonical(row.details)]))
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

/** Reads the whole chain in pages and checks every seal. */
export async function verifyAudit(ctx: Context): Promise<AuditVerification> {
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
      if (row.previousHash !== previousHash || row.hash !== hashOf(row))
        return { rows, brokenAt: row.sequence }
      previousHash = row.hash
      after = row.sequence
      rows += 1
    }
    if (page.length < 1000) return { rows, brokenAt: null }
  }
}
