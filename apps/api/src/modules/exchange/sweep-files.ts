import { and, eq, inArray, lt, ne } from "drizzle-orm"
import { z } from "zod"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { defineJob, type ScheduleDefinition } from "#platform/jobs/jobs.ts"
import { forgetFile } from "./imports/upload-import.ts"
import { exportParts, exportRuns, imports } from "./tables.ts"

/** Forgets the exports whose time is over, and uploads that never came to their end. */
export const sweepFiles: ScheduleDefinition = {
  job: defineJob({
    name: "sweep-files",
    schema: z.object({}) as z.ZodType<Record<string, never>>,
    run: async (ctx) => {
      await forgetExports(ctx)
      await forgetUploads(ctx)
    },
  }),
  cron: "17 * * * *",
  timeZone: "UTC",
}

async function forgetExports(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const over = await ctx.db
      .update(exportRuns)
      .set({ state: "expired" })
      .where(and(lt(exportRuns.expiresAt, ctx.now()), ne(exportRuns.state, "expired")))
      .returning({ id: exportRuns.id })
    const ids = over.map(({ id }) => id)
    if (ids.length > 0) await ctx.db.delete(exportParts).where(inArray(exportParts.exportId, ids))
  })
}

async function forgetUploads(ctx: Context): Promise<void> {
  const cut = await ctx.db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.state, "reading"), lt(imports.createdAt, ctx.now().subtract({ hours: 24 }))))
  for (const { id } of cut) await forgetFile(ctx, id)
}
