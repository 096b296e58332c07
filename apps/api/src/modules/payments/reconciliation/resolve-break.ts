import type { ReconciliationBreak } from "@myhibachi/contract/reconciliation"
import { and, eq, isNull } from "drizzle-orm"
import { completeTaskByKey } from "#modules/tasks/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { presentBreak } from "./find-reconciliations.ts"
import { breakTaskKey } from "./record-breaks.ts"
import { reconciliationBreaks, reconciliations } from "./tables.ts"

/**
 * Notes why something that does not agree is in order; the books themselves are put right by entries, never here.
 * @throws AppError "reconciliation-break-not-found", "break-resolved" (409).
 */
export async function resolveBreak(
  ctx: Context,
  input: { breakId: string; reason: string },
): Promise<ReconciliationBreak> {
  return inTransaction(ctx, async (ctx) => {
    const { breakId, reason } = input
    const [known] = await ctx.db
      .select({ subject: reconciliationBreaks.subject, day: reconciliations.day })
      .from(reconciliationBreaks)
      .innerJoin(reconciliations, eq(reconciliations.id, reconciliationBreaks.runId))
      .where(eq(reconciliationBreaks.id, breakId))
    if (!known) throw notFound("reconciliation-break", breakId)
    const [row] = await ctx.db
      .update(reconciliationBreaks)
      .set({ resolvedAt: ctx.now(), resolvedBy: actorName(ctx.actor), resolution: reason })
      .where(and(eq(reconciliationBreaks.id, breakId), isNull(reconciliationBreaks.resolvedAt)))
      .returning()
    if (!row) throw new AppError("conflict", "break-resolved", "Somebody has explained this already.")
    await completeTaskByKey(ctx, breakTaskKey(known.day, known.subject))
    await audit(ctx, {
      action: "reconciliation.break-resolved",
      entity: "reconciliation-break",
      entityId: breakId,
      details: { reason },
    })
    return presentBreak(row)
  })
}
