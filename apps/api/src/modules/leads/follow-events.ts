import { z } from "zod"
import { priceAsked } from "#modules/assistant/index.ts"
import {
  bookingConfirmed,
  findBookingsOfCustomer,
  findLapsedQuotes,
  holdExpired,
  readBooking,
  readHoldForPayment,
} from "#modules/booking/index.ts"
import { readConversation } from "#modules/conversations/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { on } from "#platform/jobs/events.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { addStep } from "./add-step.ts"
import { createLead, findOpenLead } from "./create-lead.ts"

const ACT_WITHIN_HOURS = 24
/** How far back the hourly look goes: a day that the server was down is made up for. */
const LOOK_BACK_HOURS = 48

const chat = on(priceAsked, "make-lead", async (ctx, { conversationId }) => {
  const { customerId, subject } = await readConversation(ctx, conversationId)
  await createLead(ctx, {
    matter: `conversation:${conversationId}`,
    source: "chat",
    because: "Asked for a price in the chat",
    wish: subject,
    customerId: customerId ?? undefined,
    conversationId,
    actWithinHours: ACT_WITHIN_HOURS,
  })
})

const hold = on(holdExpired, "make-lead", async (ctx, { holdId, customerId }) => {
  const { quoteId, customerName, email, phone, description } = await readHoldForPayment(ctx, { holdId })
  await createLead(ctx, {
    matter: `quote:${quoteId}`,
    source: "hold",
    because: "Held a start and did not pay in time",
    name: customerName,
    email: email ?? undefined,
    phone: phone ?? undefined,
    wish: description,
    customerId,
    quoteId,
    actWithinHours: ACT_WITHIN_HOURS,
  })
})

const win = on(bookingConfirmed, "win-lead", async (ctx, { bookingId, customerId }) => {
  const { reference, quoteId, conversationId, customer } = await readBooking(ctx, { bookingId })
  await inTransaction(ctx, async (ctx) => {
    const traits = {
      customerId,
      quoteId,
      conversationId: conversationId ?? undefined,
      email: customer.email ?? undefined,
      phone: customer.phone ?? undefined,
    }
    const lead = await findOpenLead(ctx, traits)
    if (!lead) return
    await addStep(ctx, lead, `Booked: ${reference}`, {
      stage: "won",
      bookingId,
      customerId,
      nextActionAt: null,
    })
    await audit(ctx, { action: "lead.won", entity: "lead", entityId: lead.id, details: { bookingId } })
  })
})

/** What happens elsewhere makes leads and wins them. */
export const leadSubscriptions = [chat, hold, win]

/** Once an hour: quotes of known people that ran out unused. */
export const lookForLapsedQuotes = {
  job: defineJob({
    name: "leads.look-for-lapsed-quotes",
    schema: z.object({}).strict(),
    run: makeLeadsOfLapsedQuotes,
  }),
  cron: "40 * * * *",
  timeZone: "UTC",
}

/** Makes a lead of every quote that ran out, unless its person has booked since. */
export async function makeLeadsOfLapsedQuotes(ctx: Context): Promise<void> {
  const since = ctx.now().subtract({ hours: LOOK_BACK_HOURS })
  for (const quote of await findLapsedQuotes(ctx, { since, until: ctx.now() })) {
    const booked = await findBookingsOfCustomer(ctx, { customerId: quote.customerId })
    if (booked.some(({ createdAt }) => createdAt >= quote.createdAt)) continue
    await createLead(ctx, {
      matter: `quote:${quote.quoteId}`,
      source: "quote",
      because: "Had a price that ran out",
      name: quote.customerName ?? undefined,
      customerId: quote.customerId,
      quoteId: quote.quoteId,
      actWithinHours: ACT_WITHIN_HOURS,
    })
  }
}
