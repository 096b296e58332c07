import { usd } from "@myhibachi/contract/money"
import type { QuoteStory } from "@myhibachi/contract/quote-story"
import { and, desc, eq, inArray } from "drizzle-orm"
import { requireCustomer } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { signLink } from "#platform/http/links.ts"
import { channelOf } from "./find-quotes.ts"
import { readQuote, requireQuote, type StoredQuote } from "./read-quote.ts"
import { findSendings } from "./send-quote.ts"
import { holds } from "./tables.ts"

/** @returns a quote's revisions, who asked, to whom it was sent and what came of it. @throws AppError "quote-not-found". */
export async function readQuoteStory(ctx: Context, input: { quoteId: string }): Promise<QuoteStory> {
  const stored = await requireQuote(ctx, { quoteId: input.quoteId })
  const { quote } = stored
  const revisions: QuoteStory["revisions"] = []
  for (let revision = quote.latestRevision; revision >= 1; revision -= 1)
    revisions.push(await readQuote(ctx, { quoteId: quote.id, revision }))
  const customer = quote.customerId ? await requireCustomer(ctx, quote.customerId) : null
  return {
    customer: customer
      ? { id: customer.id, name: customer.name, email: customer.email, phone: customer.phone }
      : null,
    channel: channelOf(quote.createdBy),
    createdBy: quote.createdBy,
    url: `${ctx.services.config.CUSTOMER_URL}/quote/${revisions[0]?.token ?? ""}`,
    revisions,
    sendings: await findSendings(ctx, quote.id),
    hold: await findHold(ctx, stored),
  }
}

async function findHold(ctx: Context, { quote, priced }: StoredQuote): Promise<QuoteStory["hold"]> {
  const [hold] = await ctx.db
    .select()
    .from(holds)
    .where(and(eq(holds.quoteId, quote.id), inArray(holds.status, ["held", "awaiting_deposit", "confirmed"])))
    .orderBy(desc(holds.createdAt))
    .limit(1)
  if (!hold) return null
  const { CUSTOMER_URL, MYHIBACHI_SECRET } = ctx.services.config
  const deadline = hold.status === "confirmed" ? null : (hold.payBy ?? hold.signBy)
  return {
    id: hold.id,
    url: `${CUSTOMER_URL}/hold/${signLink(MYHIBACHI_SECRET, "hold", hold.id)}`,
    status: hold.status,
    deadlineAt: deadline?.toString() ?? null,
    startsAt: hold.startsAt.toString(),
    timeZone: hold.timeZone,
    dueNow: usd(hold.dueCents ?? priced.dueAtBookingCents),
    isSigned: hold.dueCents !== null,
    bookingId: hold.bookingId,
  }
}
