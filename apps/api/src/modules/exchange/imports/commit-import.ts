import type { Import, ImportState } from "@myhibachi/contract/exchange"
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm"
import { z } from "zod"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { requireAll } from "../require-permission.ts"
import { importRows, imports } from "../tables.ts"
import { problemOf } from "./check-import.ts"
import { readImport, requireImport } from "./find-imports.ts"
import type { ImportDefinition, ImportRowRecord } from "./import-kind.ts"
import { definitionOf } from "./import-kinds.ts"

/** Starts, or goes on, to make the rows that are good. @throws AppError "import-state" (409), "permission-missing". */
export async function commitImport(ctx: Context, input: { importId: string }): Promise<Import> {
  return changeState(ctx, input.importId, ["checked", "stopped"], "running", "import.committed")
}

/** Halts the making behind the row that is being made. @throws AppError "import-state" (409). */
export async function stopImport(ctx: Context, input: { importId: string }): Promise<Import> {
  return changeState(ctx, input.importId, ["running"], "stopped", "import.stopped")
}

/** Takes back what the import made, where nothing depends on it yet. @throws AppError "import-state", "import-kept" (409). */
export async function undoImport(ctx: Context, input: { importId: string }): Promise<Import> {
  const { kind } = await requireImport(ctx, input.importId)
  if (!definitionOf(kind).takeBack) {
    throw new AppError(
      "conflict",
      "import-kept",
      "What this import made is taken back one by one, on its own page.",
    )
  }
  return changeState(ctx, input.importId, ["done", "stopped", "undone"], "undoing", "import.undo-started")
}

async function changeState(
  ctx: Context,
  importId: string,
  from: ImportState[],
  to: ImportState,
  action: string,
): Promise<Import> {
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId)).for("update")
    if (!row) return requireImport(ctx, importId)
    requireAll(ctx, definitionOf(row.kind).permissions)
    if (!from.includes(row.state))
      throw new AppError("conflict", "import-state", `This import is ${row.state}; look at it again.`)
    await ctx.db.update(imports).set({ state: to }).where(eq(imports.id, importId))
    if (to !== "stopped") await ctx.services.jobs.enqueue(ctx, runImportJob, { importId })
    await audit(ctx, { action, entity: "import", entityId: importId })
  })
  return readImport(ctx, { importId })
}

// The queue takes a job that runs for a quarter of an hour for dead and starts it again beside itself, and other jobs
// wait for a worker meanwhile: a long file is many short jobs.
const PAGES_A_JOB = 50

/** Makes or takes back row after row; each row's state changes with what it makes, so a kill loses and repeats nothing. */
export const runImportJob = defineJob({
  name: "run-import",
  schema: z.object({ importId: z.string() }),
  run: (ctx, { importId }) => runImport(ctx.as({ kind: "system", name: `import:${importId}` }), importId),
})

async function runImport(ctx: Context, importId: string): Promise<void> {
  const { kind, state } = await requireImport(ctx, importId)
  const definition = definitionOf(kind)
  const work = { importId, definition }
  const step = state === "undoing" ? takeBackPage : makePage
  for (let page = 0; page < PAGES_A_JOB; page += 1) {
    if (await step(ctx, work)) continue
    await finish(ctx, importId)
    break
  }
  await goOn(ctx, importId)
  ctx.services.live.publish({ topic: "imports", kind: "import", id: importId })
}

/** What is left after a job's share is the next job's. */
async function goOn(ctx: Context, importId: string): Promise<void> {
  const { state } = await requireImport(ctx, importId)
  if (state === "running" || state === "undoing")
    await ctx.services.jobs.enqueue(ctx, runImportJob, { importId })
}

async function finish(ctx: Context, importId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId)).for("update")
    if (row?.state !== "running" && row?.state !== "undoing") return
    const state = row.state === "running" ? "done" : "undone"
    await ctx.db.update(imports).set({ state, finishedAt: ctx.now() }).where(eq(imports.id, importId))
    await audit(ctx, { action: `import.${state}`, entity: "import", entityId: importId })
  })
}

interface Work {
  importId: string
  definition: ImportDefinition
}

const TOGETHER = 100

async function makePage(ctx: Context, work: Work): Promise<boolean> {
  const made = work.definition.isOneTransaction
    ? await inTransaction(ctx, async (ctx) => {
        const rows = await takeRows(ctx, work, TOGETHER)
        for (const row of rows) await makeRow(ctx, work, row)
        await auditPage(ctx, work, rows)
        return rows.length
      })
    : await makeAlone(ctx, work)
  ctx.services.live.publish({ topic: "imports", kind: "import", id: work.importId })
  return made > 0
}

async function auditPage(ctx: Context, { importId }: Work, rows: readonly ImportRowRecord[]): Promise<void> {
  const lines = rows.map(({ line }) => line)
  if (lines.length === 0) return
  const details = { firstLine: lines[0], lastLine: lines.at(-1), rows: lines.length }
  await audit(ctx, { action: "import.rows-made", entity: "import", entityId: importId, details })
}

/** A row whose verbs ask somebody outside has no transaction around it; what it did so far is in its progress. */
async function makeAlone(ctx: Context, work: Work): Promise<number> {
  const [row] = await inTransaction(ctx, async (ctx) => {
    const rows = await takeRows(ctx, work, 1)
    for (const { line } of rows) await setRow(ctx, work, line, { state: "working" })
    return rows
  })
  if (!row) return 0
  await makeRow(ctx, work, row)
  return 1
}

/** @returns the next rows while the import runs, the one first that a killed process was at. */
async function takeRows(ctx: Context, { importId }: Work, limit: number): Promise<ImportRowRecord[]> {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId)).for("update")
  if (row?.state !== "running") return []
  return ctx.db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), inArray(importRows.state, ["working", "ready"])))
    .orderBy(sql`${importRows.state} = 'ready'`, asc(importRows.line))
    .limit(limit)
}

async function makeRow(ctx: Context, work: Work, row: ImportRowRecord): Promise<void> {
  const { definition } = work
  // What is made in one transaction finds itself again by its own verb.
  const earlier = definition.isOneTransaction ? null : await findSameRow(ctx, row)
  if (earlier) return setRow(ctx, work, row.line, { state: "existing", entityId: earlier })
  try {
    const made = await definition.commit(ctx, {
      row,
      cells: row.cells,
      remember: (progress) => setRow(ctx, work, row.line, { progress: { ...row.progress, ...progress } }),
    })
    await setRow(ctx, work, row.line, { ...made, problems: [] })
  } catch (error) {
    await setRow(ctx, work, row.line, { state: "refused", problems: [problemOf(error, definition)] })
  }
}

/** @returns what another row with the same key made, in this file or an earlier one. */
async function findSameRow(ctx: Context, row: ImportRowRecord): Promise<string | null> {
  if (row.rowKey === null) return null
  const [same] = await ctx.db
    .select({ entityId: importRows.entityId })
    .from(importRows)
    .where(
      and(
        eq(importRows.rowKey, row.rowKey),
        eq(importRows.state, "created"),
        sql`(${importRows.importId}, ${importRows.line}) <> (${row.importId}, ${row.line})`,
      ),
    )
    .limit(1)
  return same?.entityId ?? null
}

async function setRow(
  ctx: Context,
  { importId }: Work,
  line: number,
  values: Partial<typeof importRows.$inferInsert>,
): Promise<void> {
  await ctx.db
    .update(importRows)
    .set(values)
    .where(and(eq(importRows.importId, importId), eq(importRows.line, line)))
}

async function takeBackPage(ctx: Context, work: Work): Promise<boolean> {
  const rows = await inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db
      .select()
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, work.importId),
          eq(importRows.state, "created"),
          ne(sql`coalesce(${importRows.progress}->>'kept', '')`, "yes"),
        ),
      )
      .orderBy(asc(importRows.line))
      .limit(TOGETHER)
    for (const row of rows) await takeBackRow(ctx, work, row)
    return rows
  })
  ctx.services.live.publish({ topic: "imports", kind: "import", id: work.importId })
  return rows.length > 0
}

async function takeBackRow(ctx: Context, work: Work, row: ImportRowRecord): Promise<void> {
  const reason = row.entityId ? await work.definition.takeBack?.(ctx, row.entityId) : null
  if (!reason) return setRow(ctx, work, row.line, { state: "removed", problems: [], rowKey: null })
  const problems = [{ column: "", detail: reason, remedy: "Change the customer on the customer's own page." }]
  await setRow(ctx, work, row.line, { problems, progress: { ...row.progress, kept: "yes" } })
}
