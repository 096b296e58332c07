import { type Agreement, SignAgreement } from "@myhibachi/contract/hold"
import { eq } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import { extendClaims } from "#modules/crew/index.ts"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { expireHoldJob, type HoldRow, isOverdue, lockHold } from "./end-hold.ts"
import { parseInput } from "./parse-input.ts"
import { dueOf } from "./read-hold.ts"
import { requireQuote } from "./read-quote.ts"
import { recordTransition } from "./record-transition.ts"
import { agreements, holds } from "./tables.ts"

export interface SignHold extends SignAgreement {
  holdId: string
  ipAddress: string
  userAgent: string
}

/**
 * Keeps the customer's signature under the text that was shown; from now on the time to pay runs.
 * @throws AppError "hold-expired" (410), "agreement-outdated" (409), "already-signed" (409).
 */
export async function signAgreement(ctx: Context, input: SignHold): Promise<Agreement> {
  const { signerName, textHash } = parseInput(SignAgreement, input)
  return inTransaction(ctx, async (ctx) => {
    const hold = await lockHold(ctx, input.holdId)
    refuseUnsignable(ctx, hold, textHash)
    const { parameters } = await policiesById(ctx, hold.policyIds)
    const signature = signatureOf(ctx, hold, { ...input, signerName, textHash })
    const payBy = signature.signedAt.add({ minutes: parameters.hold.payWithinMinutes })
    const stillHeld = await extendClaims(ctx, { holdId: hold.id, expiresAt: payBy })
    if (stillHeld < hold.chefs) throw holdExpired()
    const stored = await requireQuote(ctx, { quoteId: hold.quoteId, revision: hold.revision })
    const { due } = await dueOf(ctx, hold, stored)
    await ctx.db
      .update(holds)
      .set({ status: "awaiting_deposit", payBy, dueCents: due })
      .where(eq(holds.id, hold.id))
    await ctx.db.insert(agreements).values(signature)
    await ctx.services.jobs.enqueue(
      ctx,
      expireHoldJob,
      { holdId: hold.id },
      { startAfter: payBy, key: `${hold.id}:pay` },
    )
    await tellOfSignature(ctx, hold, signerName)
    return {
      id: signature.id,
      holdId: hold.id,
      signedAt: signature.signedAt.toString(),
      signerName,
      textHash,
      payBy: payBy.toString(),
    }
  })
}

function signatureOf(
  ctx: Context,
  hold: HoldRow,
  input: SignHold,
): typeof agreements.$inferInsert & { id: string } {
  return {
    id: ctx.newId("agr"),
    holdId: hold.id,
    policyIds: hold.policyIds,
    textHash: input.textHash,
    signerName: input.signerName,
    ipAddress: input.ipAddress,
    userAgent: input.userAgent.slice(0, 400),
    signedAt: ctx.now(),
  }
}

function refuseUnsignable(ctx: Context, hold: HoldRow, textHash: string): void {
  if (hold.status === "awaiting_deposit" || hold.status === "confirmed") {
    throw new AppError("conflict", "already-signed", "The agreement is signed already.")
  }
  if (hold.status !== "held" || isOverdue(hold, ctx.now())) throw holdExpired()
  if (hold.textHash !== textHash) {
    throw new AppError(
      "conflict",
      "agreement-outdated",
      "The text has changed since you read it; please read it again.",
    )
  }
}

function holdExpired(): AppError {
  return new AppError("gone", "hold-expired", "The hold has ended; take the start again if it is still free.")
}

async function tellOfSignature(ctx: Context, hold: HoldRow, signerName: string): Promise<void> {
  await recordTransition(ctx, {
    entity: "hold",
    entityId: hold.id,
    from: hold.status,
    to: "awaiting_deposit",
    details: { signerName },
  })
  const entry = {
    kind: "hold" as const,
    title: `Agreement signed by ${signerName}`,
    entity: "hold",
    entityId: hold.id,
  }
  await addTimelineEntry(ctx, { customerId: hold.customerId, ...entry })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: `hold:${hold.id}`, kind: "hold", id: hold.id }))
  await audit(ctx, {
    action: "agreement.signed",
    entity: "hold",
    entityId: hold.id,
    details: { textHash: hold.textHash },
  })
}
