import { and, eq, isNotNull } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import type { SendOutcome, SentText, Sms } from "#providers/sms/port.ts"
import { claimText, type TextRow } from "./claim-text.ts"
import { applyOutcome, applySent, noteNotSent } from "./settle-text.ts"
import { textMessages } from "./tables.ts"

// The provider's clock and ours may differ.
const LOOK_BACK_MINUTES = 5

/**
 * Does what a text needs next: send it, look for it after an answer that was lost, or ask whether it has arrived.
 * Every step is claimed first, so that two runs of the job do not both send.
 */
export const workText = defineJob({
  name: "work-text",
  schema: z.object({ textId: z.string() }),
  run: async (ctx, { textId }) => {
    const { sms } = ctx.providers
    if (!sms) return
    const claimed = await claimText(ctx, textId, sms)
    if (!claimed) return
    const { row, step } = claimed
    if (step === "look") await applySent(ctx, row, await sms.readSent(row.providerId ?? ""))
    else if (step === "search") await search(ctx, sms, row)
    else await applyOutcome(ctx, row, sms.number, await trySend(sms, row))
  },
})

/** Its last answer was lost: what is in the provider's store went out, what is not is sent at the next try. */
async function search(ctx: Context, sms: Sms, row: TextRow): Promise<void> {
  const found = await findInStore(ctx, sms, row)
  if (found) await applySent(ctx, row, found)
  else if (await noteNotSent(ctx, row)) await ctx.services.jobs.enqueue(ctx, workText, { textId: row.id })
}

async function findInStore(ctx: Context, sms: Sms, row: TextRow): Promise<SentText | undefined> {
  const since = (row.firstTriedAt ?? row.createdAt).subtract({ minutes: LOOK_BACK_MINUTES })
  const stored = await sms.findSent({ to: row.phone, since })
  const others = await ctx.db
    .select({ providerId: textMessages.providerId })
    .from(textMessages)
    .where(and(eq(textMessages.phone, row.phone), isNotNull(textMessages.providerId)))
  const known = new Set(others.map(({ providerId }) => providerId))
  return stored.find(({ id, text }) => text === row.body && !known.has(id))
}

async function trySend(sms: Sms, row: TextRow): Promise<SendOutcome> {
  try {
    return await sms.send({ to: row.phone, text: row.body })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // Without a log-in nothing was sent.
    return { outcome: "refused", failure: { code: error.code, reason: error.message, remedy: "again" } }
  }
}
