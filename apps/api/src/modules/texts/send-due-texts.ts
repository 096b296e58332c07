import { asc, eq, lte } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob, type ScheduleDefinition } from "#platform/jobs/jobs.ts"
import { Temporal } from "#platform/time.ts"
import type { Sms } from "#providers/sms/port.ts"
import { workText } from "./send-text.ts"
import { textLines, textMessages } from "./tables.ts"

const BATCH = 200
const LISTEN_EVERY_MINUTES = 10
export const WEBHOOK_PATH = "/v1/webhooks/ringcentral"

/** Works the texts whose time has come, and makes sure that we hear what comes in. */
export const sendDueTexts = defineJob({
  name: "send-due-texts",
  schema: z.object({}).strict() as z.ZodType<Record<string, never>>,
  run: async (ctx) => {
    const { sms } = ctx.providers
    if (!sms) return
    const due = await ctx.db
      .select({ id: textMessages.id, nextAt: textMessages.nextAt })
      .from(textMessages)
      .where(lte(textMessages.nextAt, ctx.now()))
      .orderBy(asc(textMessages.nextAt))
      .limit(BATCH)
    for (const { id: textId, nextAt } of due)
      await ctx.services.jobs.enqueue(ctx, workText, { textId }, { key: `${textId}:${nextAt}` })
    await keepListening(ctx, sms)
  },
})

export const textsEveryMinute: ScheduleDefinition = {
  job: sendDueTexts,
  cron: "* * * * *",
  timeZone: "UTC",
}

async function keepListening(ctx: Context, sms: Sms): Promise<void> {
  const { number } = sms
  const [line] = await ctx.db.select().from(textLines).where(eq(textLines.number, number))
  const isFresh =
    line?.listenedAt &&
    Temporal.Instant.compare(line.listenedAt, ctx.now().subtract({ minutes: LISTEN_EVERY_MINUTES })) > 0
  if (isFresh) return
  try {
    await sms.listen(`${ctx.services.config.API_URL}${WEBHOOK_PATH}`)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // The next minute tries again; what goes out must not wait for it.
    ctx.log.warn(
      { err: error, detail: error.extra.detail },
      "the provider of texts does not tell us what comes in",
    )
    return
  }
  const listenedAt = ctx.now()
  await ctx.db
    .insert(textLines)
    .values({ number, listenedAt })
    .onConflictDoUpdate({ target: textLines.number, set: { listenedAt } })
}
