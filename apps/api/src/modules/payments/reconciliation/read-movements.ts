import { inArray } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import type { Movement } from "#providers/payments/account-port.ts"
import { payoutKey } from "../apply-payout.ts"
import { disputeMovementKey } from "../disputes/book-dispute.ts"
import { disputes } from "../disputes/tables.ts"
import { payments, refunds } from "../tables.ts"
import type { Statement } from "./compare-books.ts"

/** A movement as our ledger would name it. */
export interface NamedMovement extends Statement {
  movement: Movement
}

/** @returns the movements with the subjects that our ledger has for them; what we do not know keeps its own id. */
export async function nameMovements(ctx: Context, movements: readonly Movement[]): Promise<NamedMovement[]> {
  const owners = await readOwners(ctx, movements)
  return movements.map((movement) => {
    const owner = owners.get(movement.subjectId ?? "")
    return {
      movement,
      subject: subjectOf(movement, owner?.id) ?? `provider:${movement.id}`,
      cents: movement.amountCents - movement.feeCents,
      description: movement.description,
      providerReference: movement.subjectId ?? movement.id,
      paymentId: owner?.paymentId ?? null,
    }
  })
}

function subjectOf(movement: Movement, ownId: string | undefined): string | null {
  if (movement.kind === "payout") return payoutKey(movement.subjectId ?? movement.id)
  if (movement.kind === "payout-failure") return `${payoutKey(movement.subjectId ?? movement.id)}:reversed`
  if (!ownId) return null
  switch (movement.kind) {
    case "payment":
      return `payment:${ownId}`
    case "refund":
      return `refund:${ownId}:sent`
    case "refund-failure":
      return `refund:${ownId}:sent:reversed`
    case "dispute":
      return disputeMovementKey(ownId, movement.id)
    case "other":
      return null
    default:
      return movement.kind satisfies never
  }
}

interface Owner {
  id: string
  paymentId: string
}

/** @returns our payments, refunds and disputes by the ids that the provider has for them. */
async function readOwners(ctx: Context, movements: readonly Movement[]): Promise<Map<string, Owner>> {
  const ids = [...new Set(movements.flatMap(({ subjectId }) => subjectId ?? []))]
  if (ids.length === 0) return new Map()
  const paid = await ctx.db
    .select({ theirs: payments.providerPaymentId, id: payments.id, paymentId: payments.id })
    .from(payments)
    .where(inArray(payments.providerPaymentId, ids))
  const returned = await ctx.db
    .select({ theirs: refunds.providerRefundId, id: refunds.id, paymentId: refunds.paymentId })
    .from(refunds)
    .where(inArray(refunds.providerRefundId, ids))
  const disputed = await ctx.db
    .select({ theirs: disputes.providerDisputeId, id: disputes.id, paymentId: disputes.paymentId })
    .from(disputes)
    .where(inArray(disputes.providerDisputeId, ids))
  return new Map([...paid, ...returned, ...disputed].map((row) => [row.theirs ?? "", row]))
}
