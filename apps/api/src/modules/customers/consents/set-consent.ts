import type { Customer, SetConsent } from "@myhibachi/contract/customers"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { readCustomer } from "../find-customers.ts"
import { lockCustomer } from "../require-customer.ts"
import { consents } from "../tables.ts"
import { addTimelineEntry } from "../timeline.ts"

/** Records what the person allows, with how we know. @throws AppError "customer-not-found", "customer-erased". */
export async function setConsent(
  ctx: Context,
  input: SetConsent & { customerId: string },
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    const { id: customerId } = await lockCustomer(ctx, input.customerId)
    const { channel, scope, isGranted, evidence, source = "staff", words = null } = input
    const answer = { channel, scope, isGranted, evidence, source, words }
    await ctx.db.insert(consents).values({
      ...answer,
      id: ctx.newId("con"),
      customerId,
      recordedBy: actorName(ctx.actor),
      at: ctx.now(),
    })
    const title = `${isGranted ? "Allowed" : "Refused"} ${scope === "marketing" ? "offers" : "messages"} by ${channel}`
    await addTimelineEntry(ctx, { customerId, kind: "consent", title })
    const customer = await readCustomer(ctx, { customerId })
    await audit(ctx, {
      action: "customer.consent-set",
      entity: "customer",
      entityId: customerId,
      details: { channel, scope, isGranted },
    })
    return customer
  })
}
