import type { Dispute, DisputeDetail, DisputePage, DisputeState } from "@myhibachi/contract/disputes"
import { usd } from "@myhibachi/contract/money"
import { and, asc, eq, inArray, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { payments } from "../tables.ts"
import { collectEvidence, draftStatement } from "./collect-evidence.ts"
import { disputes } from "./tables.ts"

export interface FindDisputes {
  state?: DisputeState | undefined
  isOpen?: boolean | undefined
  paymentId?: string | undefined
  cursor?: string | undefined
  limit: number
}

const OPEN: DisputeState[] = ["warning", "needs_response", "under_review"]
const NEVER = "9999-12-31T00:00:00Z"
const dueOrNever = sql<string>`coalesce(${disputes.dueBy}, ${NEVER}::timestamptz)`

/** Disputes, what must be answered soonest first. */
export async function findDisputes(ctx: Context, query: FindDisputes): Promise<DisputePage> {
  const [due, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const rows = await ctx.replica
    .select({ dispute: disputes, customerName: payments.customerName })
    .from(disputes)
    .innerJoin(payments, eq(payments.id, disputes.paymentId))
    .where(
      and(
        query.state ? eq(disputes.state, query.state) : undefined,
        query.isOpen ? inArray(disputes.state, OPEN) : undefined,
        query.paymentId ? eq(disputes.paymentId, query.paymentId) : undefined,
        due ? sql`(${dueOrNever}, ${disputes.id}) > (${due}::timestamptz, ${id})` : undefined,
      ),
    )
    .orderBy(dueOrNever, asc(disputes.id))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    ({ dispute }) => [dispute.dueBy?.toString() ?? NEVER, dispute.id],
    ({ dispute, customerName }) => present(dispute, customerName),
  )
}

/** One dispute with all that our records say for us. @throws AppError "dispute-not-found". */
export async function readDispute(ctx: Context, disputeId: string): Promise<DisputeDetail> {
  const { dispute, payment } = await requireDispute(ctx, disputeId)
  const pack = await collectEvidence(ctx, payment)
  return {
    ...present(dispute, payment.customerName),
    pack,
    statement: dispute.statement ?? draftStatement(pack),
    submittedAt: dispute.submittedAt?.toString() ?? null,
    submittedBy: dispute.submittedAt ? dispute.answeredBy : null,
  }
}

/** @throws AppError "dispute-not-found". */
export async function requireDispute(ctx: Context, disputeId: string) {
  const [found] = await ctx.db
    .select({ dispute: disputes, payment: payments })
    .from(disputes)
    .innerJoin(payments, eq(payments.id, disputes.paymentId))
    .where(eq(disputes.id, disputeId))
  if (!found) throw notFound("dispute", disputeId)
  return found
}

function present(row: typeof disputes.$inferSelect, customerName: string | null): Dispute {
  return {
    id: row.id,
    paymentId: row.paymentId,
    bookingId: row.bookingId,
    customerName,
    amount: usd(row.amountCents),
    reason: row.reason,
    state: row.state,
    dueBy: row.dueBy?.toString() ?? null,
    openedAt: row.openedAt.toString(),
    closedAt: row.closedAt?.toString() ?? null,
  }
}
