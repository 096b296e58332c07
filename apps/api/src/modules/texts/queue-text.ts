import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { Temporal } from "#platform/time.ts"
import { permissionFor, phoneOf } from "./phones.ts"
import { firstAllowed } from "./rules/quiet-hours.ts"
import { writeText } from "./rules/write-words.ts"
import { workText } from "./send-text.ts"
import { textMessages } from "./tables.ts"

export interface NewText {
  /** What this text is about, once: the same key is never sent again. */
  key: string
  customerId: string
  bookingId?: string
  /** By what it can be withdrawn, for example `pay-link`. */
  topic: string
  /** What staff read of it. */
  title: string
  /** Without the sender's name and the way out, which every text gets. */
  words: string
  /** Where the recipient is; texts go out from 8 to 21 o'clock there. */
  timeZone: string
  /** After this it is of no use any more. */
  sendBefore?: Temporal.Instant
  /** It answers what the person has just written: consent and quiet hours do not hold it back, STOP does. */
  isReply?: boolean
}

export type Queued = { queued: true } | { queued: false; reason: string }

/**
 * Writes a text to the outbox, in the caller's transaction if there is one; a job sends it at once or when it is day
 * where the person is. Nothing is written for who has not agreed.
 * @throws Error when the text is longer than the provider takes: that is a fault of its template.
 */
export async function queueText(ctx: Context, input: NewText): Promise<Queued> {
  const { sms } = ctx.providers
  if (!sms || !ctx.services.isEnabled("FEATURE_RINGCENTRAL"))
    return { queued: false, reason: "Text messages are off." }
  const body = input.isReply ? input.words : writeText(input.words)
  if (body.length > sms.longestUnits)
    throw new Error(`The text ${input.key} has ${body.length} units; ${sms.longestUnits} are allowed.`)
  return inTransaction(ctx, async (ctx) => {
    const phone = await phoneOf(ctx, input.customerId)
    if (!phone) return { queued: false, reason: "We know no phone number of the person." }
    const { customerId, isReply = false } = input
    const permission = await permissionFor(ctx, { customerId, phone, isReply })
    if (!permission.mayText) return { queued: false, reason: permission.reason }
    await insertText(ctx, { ...input, phone, body })
    return { queued: true }
  })
}

export interface OutboxText extends Omit<NewText, "customerId" | "words"> {
  customerId: string | null
  phone: string
  body: string
}

/** Writes the row and asks for its job; a second one with the key changes nothing. */
export async function insertText(ctx: Context, text: OutboxText): Promise<void> {
  const { key, customerId, bookingId, topic, title, phone, body, timeZone, sendBefore } = text
  const isReply = text.isReply ?? false
  const nextAt = isReply ? ctx.now() : firstAllowed(ctx.now(), timeZone)
  const [row] = await ctx.db
    .insert(textMessages)
    .values({
      id: ctx.newId("txt"),
      key,
      customerId,
      bookingId: bookingId ?? null,
      topic,
      title,
      phone,
      body,
      timeZone,
      isReply,
      state: "waiting",
      nextAt,
      sendBefore: sendBefore ?? null,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing({ target: textMessages.key })
    .returning({ id: textMessages.id })
  if (row && Temporal.Instant.compare(nextAt, ctx.now()) <= 0)
    await ctx.services.jobs.enqueue(ctx, workText, { textId: row.id })
}
