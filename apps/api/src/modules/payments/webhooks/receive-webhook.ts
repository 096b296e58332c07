import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { requirePaymentProvider } from "../payment-provider.ts"
import { processWebhook } from "./process-webhook.ts"
import { webhookEvents } from "./tables.ts"
import { isKnownType } from "./webhook-types.ts"

/**
 * Keeps a message of the provider, once, and lets a job see to it. The answer does not wait for that. What is about
 * another account is kept too, with the reason why nothing follows from it.
 * @throws AppError "webhook-signature-invalid" (400), "webhooks-off" (404), "card-payments-off" (503).
 */
export async function receiveWebhook(
  ctx: Context,
  body: Buffer,
  signature: string,
): Promise<{ isNew: boolean }> {
  const { name, verifyWebhook } = requirePaymentProvider(ctx)
  if (!verifyWebhook)
    throw new AppError("not-found", "webhooks-off", "Nobody sends messages about payments here.")
  const event = verifyWebhook(body, signature, ctx.now())
  return inTransaction(ctx, async (ctx) => {
    const received = await ctx.db
      .insert(webhookEvents)
      .values({
        id: event.id,
        provider: name,
        type: event.type,
        subjectKind: event.subject?.kind ?? null,
        subjectId: event.subject?.id ?? null,
        state: event.foreign ? "ignored" : "received",
        outcome: event.foreign,
        isUnknown: !isKnownType(event.type),
        receivedAt: ctx.now(),
        processedAt: event.foreign ? ctx.now() : null,
      })
      .onConflictDoNothing()
      .returning({ id: webhookEvents.id })
    const isNew = received.length > 0
    if (isNew && !event.foreign) await ctx.services.jobs.enqueue(ctx, processWebhook, { eventId: event.id })
    return { isNew }
  })
}
