import { usd } from "@myhibachi/contract/money"
import type {
  Reconciliation,
  ReconciliationBreak,
  ReconciliationDetail,
  ReconciliationPage,
} from "@myhibachi/contract/reconciliation"
import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { reconciliationBreaks, reconciliations } from "./tables.ts"

type RunRow = typeof reconciliations.$inferSelect
type BreakRow = typeof reconciliationBreaks.$inferSelect

/** Comparisons of our books with the provider, newest first. */
export async function findReconciliations(
  ctx: Context,
  query: { cursor?: string | undefined; limit: number },
): Promise<ReconciliationPage> {
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const rows = await ctx.replica
    .select({ run: reconciliations, open: count(reconciliationBreaks.id) })
    .from(reconciliations)
    .leftJoin(
      reconciliationBreaks,
      and(eq(reconciliationBreaks.runId, reconciliations.id), isNull(reconciliationBreaks.resolvedAt)),
    )
    .where(at ? sql`(${reconciliations.startedAt}, ${reconciliations.id}) < (${at}, ${id})` : undefined)
    .groupBy(reconciliations.id)
    .orderBy(desc(reconciliations.startedAt), desc(reconciliations.id))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    ({ run }) => [run.startedAt.toString(), run.id],
    ({ run, open }) => present(run, open),
  )
}

/** One comparison with all that did not agree. @throws AppError "reconciliation-not-found". */
export async function readReconciliation(ctx: Context, runId: string): Promise<ReconciliationDetail> {
  const [run] = await ctx.db.select().from(reconciliations).where(eq(reconciliations.id, runId))
  if (!run) throw notFound("reconciliation", runId)
  const breaks = await ctx.db
    .select()
    .from(reconciliationBreaks)
    .where(eq(reconciliationBreaks.runId, runId))
    .orderBy(asc(reconciliationBreaks.id))
  const open = breaks.filter(({ resolvedAt }) => resolvedAt === null).length
  return { ...present(run, open), breaks: breaks.map(presentBreak) }
}

function present(run: RunRow, open: number): Reconciliation {
  return {
    id: run.id,
    day: run.day,
    state: run.state,
    message: messageOf(run, open),
    movements: run.movements,
    entries: run.entries,
    openBreaks: open,
    startedBy: run.startedBy,
    startedAt: run.startedAt.toString(),
    finishedAt: run.finishedAt?.toString() ?? null,
  }
}

function messageOf(run: RunRow, open: number): string {
  if (run.state === "running") return "It has not finished; if that lasts, run the day again."
  if (open > 0) return open === 1 ? "One thing does not agree." : `${open} things do not agree.`
  if (run.state === "broken") return "All that did not agree is explained."
  if (run.movements === 0 && run.entries === 0) return "No money moved on either side."
  return "Our books and the provider agree to the cent."
}

/** @returns a break as staff see it. */
export function presentBreak(row: BreakRow): ReconciliationBreak {
  return {
    id: row.id,
    kind: row.kind,
    description: row.description,
    there: row.thereCents === null ? null : usd(row.thereCents),
    here: row.hereCents === null ? null : usd(row.hereCents),
    providerReference: row.providerReference,
    paymentId: row.paymentId,
    resolvedAt: row.resolvedAt?.toString() ?? null,
    resolvedBy: row.resolvedBy,
    resolution: row.resolution,
  }
}
