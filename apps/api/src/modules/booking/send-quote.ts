import { formatMoney } from "@myhibachi/contract/money"
import { type QuoteSending, SendQuote } from "@myhibachi/contract/quote-sending"
import { desc, eq } from "drizzle-orm"
import { z } from "zod"
import { addTimelineEntry, requireCustomer } from "#modules/customers/index.ts"
import { type Mail, sendMail } from "#modules/mail/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { Temporal } from "#platform/time.ts"
import { describeGuests, describeMoment, zoneOf } from "./papers/describe-party.ts"
import { writeQuotePaper } from "./papers/write-quote-paper.ts"
import { parseInput } from "./parse-input.ts"
import { readQuote, requireQuote } from "./read-quote.ts"
import { quoteSendings } from "./tables.ts"

/**
 * Sends a quote's newest revision by e-mail, with its link and its paper.
 * @throws AppError "quote-not-found", "quote-expired" (410), "email-missing".
 */
export async function sendQuote(ctx: Context, input: SendQuote & { quoteId: string }): Promise<QuoteSending> {
  const { email, note } = parseInput(SendQuote, input)
  const { quote, revision } = await requireQuote(ctx, input)
  if (Temporal.Instant.compare(revision.expiresAt, ctx.now()) <= 0)
    throw new AppError("gone", "quote-expired", "This quote has expired; price it again, then send it.")
  const customer = quote.customerId ? await requireCustomer(ctx, quote.customerId) : null
  const recipient = email ?? customer?.email
  if (!recipient)
    throw invalidField("/email", "We hold no e-mail address of this customer; give one.", "email-missing")
  const sending = {
    id: ctx.newId("qs"),
    quoteId: quote.id,
    revision: revision.revision,
    recipient,
    note,
    at: ctx.now(),
    by: actorName(ctx.actor),
  }
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.insert(quoteSendings).values(sending)
    await ctx.services.jobs.enqueue(ctx, sendQuoteMail, { sendingId: sending.id })
    const title = `Quote sent to ${recipient}`
    if (customer)
      await addTimelineEntry(ctx, {
        customerId: customer.id,
        kind: "quote",
        title,
        entity: "quote",
        entityId: quote.id,
      })
    const details = { revision: revision.revision, sendingId: sending.id }
    await audit(ctx, { action: "quote.sent", entity: "quote", entityId: quote.id, details })
  })
  return presentSending(sending)
}

type SendingRow = typeof quoteSendings.$inferSelect

function presentSending({ id, revision, recipient, at, by }: SendingRow): QuoteSending {
  return { id, revision, recipient, at: at.toString(), by }
}

/** @returns when and to whom a quote was sent, the newest first. */
export async function findSendings(ctx: Context, quoteId: string): Promise<QuoteSending[]> {
  const rows = await ctx.db
    .select()
    .from(quoteSendings)
    .where(eq(quoteSendings.quoteId, quoteId))
    .orderBy(desc(quoteSendings.at), desc(quoteSendings.id))
  return rows.map(presentSending)
}

export const sendQuoteMail = defineJob({
  name: "send-quote-mail",
  schema: z.object({ sendingId: z.string() }),
  run: async (ctx, { sendingId }) => {
    const [sending] = await ctx.db.select().from(quoteSendings).where(eq(quoteSendings.id, sendingId))
    if (sending) await sendMail(ctx, await composeQuoteMail(ctx, sending))
  },
})

async function composeQuoteMail(ctx: Context, sending: SendingRow): Promise<Mail> {
  const { quoteId, revision } = sending
  const { quote: row } = await requireQuote(ctx, { quoteId, revision })
  const quote = await readQuote(ctx, { quoteId, revision })
  const zone = await zoneOf(ctx, quote)
  const when = quote.startsAt ? describeMoment(quote.startsAt, zone) : (quote.date ?? "still to choose")
  return {
    key: `quote-sent:${sending.id}`,
    to: sending.recipient,
    subject: `Your hibachi party: ${formatMoney(quote.total)} for ${describeGuests(quote.guests)}`,
    title: "The price of your party",
    blocks: [
      { kind: "paragraph", text: row.customerName ? `Hello ${row.customerName},` : "Hello," },
      ...(sending.note ? [{ kind: "paragraph" as const, text: sending.note }] : []),
      {
        kind: "facts",
        rows: [
          ["When", when],
          ["Where", quote.place?.formatted ?? "still to tell"],
          ["Guests", describeGuests(quote.guests)],
          ["Before tax", formatMoney(quote.beforeTax)],
          ["Total", formatMoney(quote.total)],
          ["Yours until", describeMoment(quote.expiresAt, zone)],
        ],
      },
      {
        kind: "button",
        label: "See it line by line, change it or book",
        url: `${ctx.services.config.CUSTOMER_URL}/quote/${quote.token}`,
      },
    ],
    reason: "You get this mail because you asked us for a price.",
    attachments: [
      {
        filename: `hibachi-quote-revision-${revision}.pdf`,
        contentType: "application/pdf",
        content: await writeQuotePaper(ctx, { quoteId, revision }),
      },
    ],
  }
}
