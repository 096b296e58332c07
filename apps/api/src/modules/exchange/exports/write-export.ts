import type { CreateExport, Export, ExportFormat } from "@myhibachi/contract/exchange"
import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { csvLines, writeCsv } from "#platform/documents/csv.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { requireAll } from "../require-permission.ts"
import { exportParts, exportRuns } from "../tables.ts"
import { EXPORTS, type ExportDefinition, type ExportPage } from "./export-contents.ts"
import { presentExport, requireExport } from "./find-exports.ts"

const KEPT = { hours: 24 }

/** Has a file written. @throws AppError "permission-missing" when its content is not the caller's to read. */
export async function createExport(ctx: Context, input: CreateExport): Promise<Export> {
  requireAll(ctx, EXPORTS[input.content].permissions)
  const row = {
    id: ctx.newId("exp"),
    ...input,
    state: "running" as const,
    rows: 0,
    parts: 0,
    cursor: null,
    createdAt: ctx.now(),
    createdBy: ctx.actor.kind === "staff" ? ctx.actor.name : actorName(ctx.actor),
    finishedAt: null,
    expiresAt: ctx.now().add(KEPT),
  }
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.insert(exportRuns).values(row)
    await ctx.services.jobs.enqueue(ctx, writeExportJob, { exportId: row.id })
    await audit(ctx, { action: "export.created", entity: "export", entityId: row.id, details: { ...input } })
  })
  return presentExport(row, ctx.now())
}

/** Halts the writing; what was written cannot be fetched. @throws AppError "export-not-found", "export-state" (409). */
export async function stopExport(ctx: Context, input: { exportId: string }): Promise<Export> {
  await requireExport(ctx, input.exportId)
  await inTransaction(ctx, async (ctx) => {
    const stopped = await ctx.db
      .update(exportRuns)
      .set({ state: "stopped", finishedAt: ctx.now() })
      .where(and(eq(exportRuns.id, input.exportId), eq(exportRuns.state, "running")))
      .returning({ id: exportRuns.id })
    if (stopped.length === 0) throw new AppError("conflict", "export-state", "This export is over already.")
    await ctx.db.delete(exportParts).where(eq(exportParts.exportId, input.exportId))
    await audit(ctx, { action: "export.stopped", entity: "export", entityId: input.exportId })
  })
  return presentExport(await requireExport(ctx, input.exportId), ctx.now())
}

/** Writes page after page; each commits with the cursor behind it, so a kill repeats and loses no row. */
export const writeExportJob = defineJob({
  name: "write-export",
  schema: z.object({ exportId: z.string() }),
  run: async (ctx, { exportId }) => {
    while (await writePart(ctx, exportId));
    ctx.services.live.publish({ topic: "exports", kind: "export", id: exportId })
  },
})

async function writePart(ctx: Context, exportId: string): Promise<boolean> {
  const [run] = await ctx.db.select().from(exportRuns).where(eq(exportRuns.id, exportId))
  if (run?.state !== "running") return false
  const definition = EXPORTS[run.content]
  const page = await definition.readPage(ctx, run.cursor ?? undefined)
  const isLast = page.nextCursor === null
  const text = textOf(run.format, definition, page, {
    isFirst: run.parts === 0,
    isLast,
    hasRows: run.rows > 0,
  })
  await inTransaction(ctx, async (ctx) => {
    // Only the process that read behind this cursor writes this part.
    const moved = await ctx.db
      .update(exportRuns)
      .set({
        cursor: page.nextCursor,
        rows: run.rows + page.rows.length,
        parts: run.parts + 1,
        ...(isLast ? { state: "done" as const, finishedAt: ctx.now() } : {}),
      })
      .where(
        and(eq(exportRuns.id, exportId), eq(exportRuns.state, "running"), eq(exportRuns.parts, run.parts)),
      )
      .returning({ id: exportRuns.id })
    if (moved.length > 0) await ctx.db.insert(exportParts).values({ exportId, sequence: run.parts, text })
  })
  return !isLast
}

interface Place {
  isFirst: boolean
  isLast: boolean
  hasRows: boolean
}

function textOf(format: ExportFormat, definition: ExportDefinition, page: ExportPage, place: Place): string {
  const { columns } = definition
  if (format === "csv") return place.isFirst ? writeCsv(columns, page.rows) : csvLines(page.rows)
  const objects = page.rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))),
  )
  const separator = place.hasRows && objects.length > 0 ? ",\n" : ""
  return `${place.isFirst ? "[\n" : ""}${separator}${objects.join(",\n")}${place.isLast ? "\n]\n" : ""}`
}
