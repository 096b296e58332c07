import type { DisputeDetail, EvidencePack } from "@myhibachi/contract/disputes"
import { eq } from "drizzle-orm"
import { describeMoment } from "#modules/booking/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import type { DisputeEvidence, ProviderDispute } from "#providers/payments/account-port.ts"
import { requireMerchantAccount } from "../payment-provider.ts"
import { applyDispute } from "./apply-dispute.ts"
import { collectEvidence } from "./collect-evidence.ts"
import { readDispute, requireDispute } from "./find-disputes.ts"
import { disputes } from "./tables.ts"
import { paperOf, writeEvidencePaper } from "./write-evidence-paper.ts"

/**
 * Hands our evidence to the bank, once. What is sent is kept before, so that a lost answer loses nothing.
 * @throws AppError "dispute-not-found", "dispute-not-waiting" (409), "payments-down" (503), "payment-refused" (422).
 */
export async function submitEvidence(
  ctx: Context,
  input: { disputeId: string; statement: string },
): Promise<DisputeDetail> {
  const { disputeId, statement } = input
  const { dispute, payment } = await requireWaiting(ctx, disputeId)
  const pack = await collectEvidence(ctx, payment)
  const paper = await writeEvidencePaper(ctx, paperOf(dispute, pack))
  await keep(ctx, disputeId, { statement })
  const told = await requireMerchantAccount(ctx).submitEvidence(
    dispute.providerDisputeId,
    evidenceOf(pack, statement, paper),
  )
  await finish(ctx, disputeId, told, { submittedAt: ctx.now() }, "dispute.answered")
  return readDispute(ctx, disputeId)
}

/**
 * Gives the disputed money up for good.
 * @throws AppError "dispute-not-found", "dispute-not-waiting" (409), "payments-down" (503), "payment-refused" (422).
 */
export async function acceptDispute(ctx: Context, input: { disputeId: string }): Promise<DisputeDetail> {
  const { disputeId } = input
  const { dispute } = await requireWaiting(ctx, disputeId)
  const told = await requireMerchantAccount(ctx).concede(dispute.providerDisputeId)
  await finish(ctx, disputeId, told, {}, "dispute.accepted")
  return readDispute(ctx, disputeId)
}

async function requireWaiting(ctx: Context, disputeId: string) {
  const found = await requireDispute(ctx, disputeId)
  const { state } = found.dispute
  if (state === "needs_response" || state === "warning") return found
  const message =
    state === "under_review"
      ? "The bank has our answer already and is looking at it."
      : "The bank has decided; there is nothing to answer any more."
  throw new AppError("conflict", "dispute-not-waiting", message)
}

async function keep(ctx: Context, disputeId: string, change: { statement: string }): Promise<void> {
  await ctx.db.update(disputes).set(change).where(eq(disputes.id, disputeId))
}

async function finish(
  ctx: Context,
  disputeId: string,
  told: ProviderDispute,
  change: Partial<typeof disputes.$inferInsert>,
  action: string,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await applyDispute(ctx, told)
    await ctx.db
      .update(disputes)
      .set({ ...change, answeredBy: actorName(ctx.actor) })
      .where(eq(disputes.id, disputeId))
    await audit(ctx, { action, entity: "dispute", entityId: disputeId })
  })
}

function evidenceOf(pack: EvidencePack, statement: string, paper: Buffer): DisputeEvidence {
  const { customer, party, agreement } = pack
  const cancellation = agreement?.terms.find(({ title }) => /cancel/i.test(title))
  return {
    customerName: customer.name,
    customerEmail: customer.email,
    signedFromIp: agreement?.ipAddress ?? null,
    productDescription: party
      ? `A private hibachi party cooked at ${party.place} for ${party.guests}, booking ${party.reference}.`
      : "A private hibachi party.",
    serviceDate: party ? describeMoment(party.startsAt, party.timeZone) : "",
    cancellationTerms: cancellation?.text ?? null,
    statement,
    paper,
  }
}
