import type { AuditPage } from "@myhibachi/contract/operations"
import { and, desc, eq, lt } from "drizzle-orm"
import { auditLog } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"

export interface FindAudit {
  entity?: string | undefined
  entityId?: string | undefined
  actor?: string | undefined
  action?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Who did what, newest first. */
export async function findAudit(ctx: Context, query: FindAudit): Promise<AuditPage> {
  const [before] = query.cursor ? decodeCursor(query.cursor, 1) : []
  const rows = await ctx.replica
    .select()
    .from(auditLog)
    .where(
      and(
        query.entity ? eq(auditLog.entity, query.entity) : undefined,
        query.entityId ? eq(auditLog.entityId, query.entityId) : undefined,
        query.actor ? eq(auditLog.actor, query.actor) : undefined,
        query.action ? eq(auditLog.action, query.action) : undefined,
        before ? lt(auditLog.sequence, Number(before)) : undefined,
      ),
    )
    .orderBy(desc(auditLog.sequence))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    (row) => [row.sequence],
    ({ hash: _hash, previousHash: _previous, ...row }) => ({ ...row, at: row.at.toString() }),
  )
}
