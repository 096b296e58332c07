import { and, eq } from "drizzle-orm"
import { findCustomerByContact, setConsent } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { notePhone, withdrawConsent } from "./phones.ts"
import { settle } from "./settle-text.ts"
import { textMessages } from "./tables.ts"

export interface RefuseTexts {
  phone: string
  /** What was said, for the evidence. */
  words: string
  /** Every text, or only offers. */
  scope: "all" | "marketing"
}

/** Obeys a phone that wants no more texts: at once, also for those that wait. Until START nothing goes to it. */
export async function refuseTexts(ctx: Context, { phone, words, scope }: RefuseTexts): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const customer = await findCustomerByContact(ctx, { phone })
    const evidence = `Text message from ${phone}`
    if (scope === "marketing") {
      if (customer)
        await setConsent(ctx, {
          customerId: customer.id,
          channel: "sms",
          scope,
          isGranted: false,
          evidence,
          source: "message",
          words,
        })
      return
    }
    await notePhone(ctx, { phone, isStopped: true, words })
    if (customer) await withdrawConsent(ctx, { customerId: customer.id, words, evidence })
    await blockWaiting(ctx, phone)
  })
}

async function blockWaiting(ctx: Context, phone: string): Promise<void> {
  const waiting = await ctx.db
    .select()
    .from(textMessages)
    .where(and(eq(textMessages.phone, phone), eq(textMessages.state, "waiting")))
    .for("update")
  for (const row of waiting)
    await settle(ctx, row, { state: "blocked", reason: "The phone said STOP before it went out." })
}
