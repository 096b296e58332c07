import { formatMoney, usd } from "@myhibachi/contract/money"
import { addTimelineEntry } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"

/** What happened with a customer's money, for the timeline of the person, in the transaction of the change. */
export async function tellCustomerStory(
  ctx: Context,
  payment: { id: string; customerId: string | null },
  story: { amountCents: number; what: string; detail?: string },
): Promise<void> {
  if (!payment.customerId) return
  await addTimelineEntry(ctx, {
    customerId: payment.customerId,
    kind: "payment",
    title: `${formatMoney(usd(story.amountCents))} ${story.what}`,
    ...(story.detail ? { detail: story.detail } : {}),
    entity: "payment",
    entityId: payment.id,
  })
}
