import { eq } from "drizzle-orm"
import { z } from "zod"
import { findCustomerByContact, setConsent } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { publish } from "#platform/jobs/events.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { textReceived } from "./events.ts"
import { notePhone } from "./phones.ts"
import { insertText } from "./queue-text.ts"
import { refuseTexts } from "./refuse-texts.ts"
import { type Keyword, readKeyword } from "./rules/read-keyword.ts"
import { writeAnswer } from "./rules/write-words.ts"
import { KEYWORD_TOPIC } from "./settle-text.ts"
import { textReceipts } from "./tables.ts"

type Receipt = typeof textReceipts.$inferSelect

const LONGEST_CHARACTERS = 4000

/**
 * Keeps a message of the provider, once, and lets a job see to it; the answer does not wait for that.
 * @throws AppError "texts-off" (503), "webhook-token-invalid" (401), "webhook-unreadable" (400).
 */
export async function receiveNotice(ctx: Context, body: Buffer, token: string): Promise<void> {
  const { sms } = ctx.providers
  if (!sms) throw new AppError("unavailable", "texts-off", "Text messages are off.")
  const { id, inbound } = sms.readNotice(body, token)
  await inTransaction(ctx, async (ctx) => {
    const isOurs = inbound !== null && inbound.to === sms.number
    const received = await ctx.db
      .insert(textReceipts)
      .values({
        id,
        messageId: isOurs ? inbound.id : null,
        phone: isOurs ? inbound.from : null,
        body: isOurs ? inbound.text.slice(0, LONGEST_CHARACTERS) : null,
        outcome: isOurs ? null : "It is no text to our number; nothing was done.",
        receivedAt: ctx.now(),
        processedAt: isOurs ? null : ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: textReceipts.id })
    if (received.length > 0 && isOurs)
      await ctx.services.jobs.enqueue(ctx, processNotice, { receiptId: id }, { key: id })
  })
}

/** Obeys a keyword, or tells the others that somebody wrote; in one transaction with the mark of the receipt. */
export const processNotice = defineJob({
  name: "process-text-notice",
  schema: z.object({ receiptId: z.string() }),
  retryLimit: 8,
  run: async (ctx, { receiptId }) =>
    inTransaction(ctx, async (ctx) => {
      const [receipt] = await ctx.db
        .select()
        .from(textReceipts)
        .where(eq(textReceipts.id, receiptId))
        .for("update")
      if (!receipt || receipt.processedAt) return
      const keyword = readKeyword(receipt.body ?? "")
      if (keyword) await obey(ctx, receipt, keyword)
      else await publish(ctx, textReceived, { receiptId })
      await ctx.db
        .update(textReceipts)
        .set({ processedAt: ctx.now(), outcome: keyword ? `The keyword ${keyword}.` : "Words for a person." })
        .where(eq(textReceipts.id, receiptId))
    }),
})

async function obey(ctx: Context, receipt: Receipt, keyword: Keyword): Promise<void> {
  const phone = receipt.phone ?? ""
  const words = receipt.body ?? ""
  const customer = await findCustomerByContact(ctx, { phone })
  const customerId = customer?.id ?? null
  if (keyword === "stop") await refuseTexts(ctx, { phone, words, scope: "all" })
  if (keyword === "start") await start(ctx, { phone, words, customerId })
  await insertText(ctx, {
    key: `keyword:${receipt.id}`,
    customerId,
    topic: KEYWORD_TOPIC,
    title: `Answer to ${keyword.toUpperCase()}`,
    phone,
    body: writeAnswer(keyword, ctx.services.config.CUSTOMER_URL),
    timeZone: "UTC",
    isReply: true,
  })
}

interface Said {
  phone: string
  words: string
  customerId: string | null
}

/** START opens needed messages again, not offers: those are asked for by themselves. */
async function start(ctx: Context, { phone, words, customerId }: Said): Promise<void> {
  await notePhone(ctx, { phone, isStopped: false, words })
  if (!customerId) return
  await setConsent(ctx, {
    customerId,
    channel: "sms",
    scope: "service",
    isGranted: true,
    evidence: `Text message from ${phone}`,
    source: "message",
    words,
  })
}

export interface ReceivedText {
  messageId: string
  phone: string
  text: string
}

/** @returns what somebody texted us. @throws AppError "text-receipt-not-found". */
export async function readReceivedText(ctx: Context, receiptId: string): Promise<ReceivedText> {
  const [row] = await ctx.db.select().from(textReceipts).where(eq(textReceipts.id, receiptId))
  if (!row?.messageId || !row.phone) throw notFound("text-receipt", receiptId)
  return { messageId: row.messageId, phone: row.phone, text: row.body ?? "" }
}
