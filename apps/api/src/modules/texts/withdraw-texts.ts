import { and, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { settle } from "./settle-text.ts"
import { textMessages } from "./tables.ts"

/** Takes texts about a booking back that still wait; what is on its way is not stopped any more. */
export async function withdrawTexts(
  ctx: Context,
  { bookingId, topic, reason }: { bookingId: string; topic?: string; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db
      .select()
      .from(textMessages)
      .where(
        and(
          eq(textMessages.bookingId, bookingId),
          eq(textMessages.state, "waiting"),
          topic ? eq(textMessages.topic, topic) : undefined,
        ),
      )
      .for("update")
    for (const row of rows) await settle(ctx, row, { state: "withdrawn", reason })
  })
}
