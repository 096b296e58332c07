import { type Export, ExportContent, type ExportPage } from "@myhibachi/contract/exchange"
import { and, desc, eq, inArray, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { Temporal } from "#platform/time.ts"
import { holdsAll } from "../require-permission.ts"
import { exportParts, exportRuns } from "../tables.ts"
import { EXPORTS } from "./export-contents.ts"

type ExportRow = typeof exportRuns.$inferSelect

/** @returns what the caller may take out. */
export function listExportContents(ctx: Context): ExportContent[] {
  return ExportContent.options.filter((content) => holdsAll(ctx, EXPORTS[content].permissions))
}

/** @returns the export's record. @throws AppError "export-not-found", also when its content is not the caller's. */
export async function requireExport(ctx: Context, exportId: string): Promise<ExportRow> {
  const [row] = await ctx.db.select().from(exportRuns).where(eq(exportRuns.id, exportId))
  if (!row || !listExportContents(ctx).includes(row.content)) throw notFound("export", exportId)
  return row
}

/** @returns the export as staff see it. */
export function presentExport(row: ExportRow, now: Temporal.Instant): Export {
  const isOver = row.state === "done" && Temporal.Instant.compare(row.expiresAt, now) <= 0
  return {
    id: row.id,
    content: row.content,
    format: row.format,
    state: isOver ? "expired" : row.state,
    rows: row.rows,
    createdAt: row.createdAt.toString(),
    createdBy: row.createdBy,
    finishedAt: row.finishedAt?.toString() ?? null,
    expiresAt: row.expiresAt.toString(),
  }
}

/** @returns the exports of what the caller may read, the newest first. @throws AppError "invalid-cursor". */
export async function findExports(
  ctx: Context,
  query: { cursor?: string | undefined; limit: number },
): Promise<ExportPage> {
  const after = query.cursor ? decodeCursor(query.cursor, 2) : null
  const rows = await ctx.db
    .select()
    .from(exportRuns)
    .where(
      and(
        inArray(exportRuns.content, listExportContents(ctx)),
        after
          ? sql`(${exportRuns.createdAt}, ${exportRuns.id}) < (${String(after[0])}::timestamptz, ${String(after[1])})`
          : undefined,
      ),
    )
    .orderBy(desc(exportRuns.createdAt), desc(exportRuns.id))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    (row) => [row.createdAt.toString(), row.id],
    (row) => presentExport(row, ctx.now()),
  )
}

/** @returns the file's record, once it is whole and while it is kept. @throws AppError "export-not-ready" (409), "export-expired" (410). */
export async function requireExportFile(ctx: Context, exportId: string): Promise<Export> {
  const run = presentExport(await requireExport(ctx, exportId), ctx.now())
  if (run.state === "done") return run
  if (run.state === "expired")
    throw new AppError("gone", "export-expired", "This file is no longer kept; export it again.")
  throw new AppError("conflict", "export-not-ready", "This file is not whole; wait until the export is done.")
}

/** @returns the file part by part. */
export async function* readExportFile(ctx: Context, exportId: string): AsyncGenerator<string> {
  for (let sequence = 0; ; sequence += 1) {
    const [part] = await ctx.db
      .select({ text: exportParts.text })
      .from(exportParts)
      .where(and(eq(exportParts.exportId, exportId), eq(exportParts.sequence, sequence)))
    if (!part) return
    yield part.text
  }
}
