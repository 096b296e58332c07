import type { ImportProblem, ImportState } from "@myhibachi/contract/exchange"
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm"
import { z } from "zod"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { defineJob } from "#platform/jobs/jobs.ts"
import { importRows, imports } from "../tables.ts"
import { problemOf } from "./check-import.ts"
import { requireImport } from "./find-imports.ts"
import type { ImportDefinition, ImportRowRecord } from "./import-kind.ts"
import { definitionOf } from "./import-kinds.ts"
import { type ImportRun, keepImport, leaveImport, RunnerReplaced, takeImport } from "./import-runner.ts"
import { findMadeAlike, findRival, type Rival } from "./rows-alike.ts"

// The queue takes a job that runs for a quarter of an hour for dead and starts it again beside itself, and other jobs
// wait for a worker meanwhile: a long file is many short jobs.
const PAGES_A_JOB = 50
const TOGETHER = 100
const RIVAL_TAKES = { seconds: 3 }

/** Whether rows are left, and whether the next one must wait for another import. */
type Step = "more" | "wait" | "over"

/** Makes or takes back row after row; each row's state changes with what it makes, so a kill loses and repeats nothing. */
export const runImportJob = defineJob({
  name: "run-import",
  schema: z.object({ importId: z.string() }),
  run: (ctx, { importId }) => runImport(ctx.as({ kind: "system", name: `import:${importId}` }), importId),
})

interface Work extends ImportRun {
  definition: ImportDefinition
}

async function runImport(ctx: Context, importId: string): Promise<void> {
  const run = { importId, runner: ctx.newId("run") }
  const claim = await takeImport(ctx, run)
  if (claim.kind === "over") return
  // The other one may be dead, and then nobody else would come.
  if (claim.kind === "busy")
    return ctx.services.jobs.enqueue(ctx, runImportJob, { importId }, { startAfter: claim.until })
  const { kind } = await requireImport(ctx, importId)
  const step = claim.state === "undoing" ? takeBackPage : makePage
  try {
    await workShare(ctx, { ...run, definition: definitionOf(kind) }, step)
  } catch (error) {
    await leaveImport(ctx, run)
    if (!(error instanceof RunnerReplaced)) throw error
    ctx.log.warn({ importId }, "import went on with another runner")
  }
  ctx.services.live.publish({ topic: "imports", kind: "import", id: importId })
}

/** Works through the job's share of pages; what is left is the next job's. */
async function workShare(
  ctx: Context,
  work: Work,
  step: (ctx: Context, work: Work) => Promise<Step>,
): Promise<void> {
  let next: Step = "more"
  for (let page = 0; next === "more" && page < PAGES_A_JOB; page += 1) next = await step(ctx, work)
  await inTransaction(ctx, async (ctx) => {
    const state = await keepImport(ctx, work)
    if (next !== "over" && state !== "stopping") await enqueueNext(ctx, work, next === "wait")
    else await endRun(ctx, work.importId, await endOf(ctx, work, state))
    await leaveImport(ctx, work)
  })
}

async function enqueueNext(ctx: Context, { importId }: Work, hasToWait: boolean): Promise<void> {
  const options = hasToWait ? { startAfter: ctx.now().add(RIVAL_TAKES) } : {}
  await ctx.services.jobs.enqueue(ctx, runImportJob, { importId }, options)
}

async function endRun(ctx: Context, importId: string, state: "done" | "stopped" | "undone"): Promise<void> {
  const finishedAt = state === "stopped" ? null : ctx.now()
  await ctx.db.update(imports).set({ state, finishedAt }).where(eq(imports.id, importId))
  await audit(ctx, { action: `import.${state}`, entity: "import", entityId: importId })
}

/** @returns what becomes of an import whose runner leaves it; told to stop behind its last row it is done. */
async function endOf(ctx: Context, work: Work, state: ImportState) {
  if (state === "undoing") return "undone"
  if (state !== "stopping") return "done"
  return (await findRows(ctx, work, 1)).length > 0 ? "stopped" : "done"
}

async function makePage(ctx: Context, work: Work): Promise<Step> {
  const next = await (work.definition.isOneTransaction ? makeTogether(ctx, work) : makeAlone(ctx, work))
  ctx.services.live.publish({ topic: "imports", kind: "import", id: work.importId })
  return next
}

async function makeTogether(ctx: Context, work: Work): Promise<Step> {
  return inTransaction(ctx, async (ctx) => {
    const rows = await takeRows(ctx, work, TOGETHER)
    for (const row of rows) await makeRow(ctx, work, row)
    await auditPage(ctx, work, rows)
    return rows.length > 0 ? "more" : "over"
  })
}

async function auditPage(ctx: Context, { importId }: Work, rows: readonly ImportRowRecord[]): Promise<void> {
  const lines = rows.map(({ line }) => line)
  if (lines.length === 0) return
  const details = { firstLine: lines[0], lastLine: lines.at(-1), rows: lines.length }
  await audit(ctx, { action: "import.rows-made", entity: "import", entityId: importId, details })
}

/** A row whose verbs ask somebody outside has no transaction around it; what it did so far is in its progress. */
async function makeAlone(ctx: Context, work: Work): Promise<Step> {
  const taken = await inTransaction(ctx, async (ctx) => {
    const [row] = await takeRows(ctx, work, 1)
    if (!row) return null
    const rival = await findRival(ctx, row)
    if (!rival) await setRow(ctx, work, row.line, { state: "working" })
    return { row, rival }
  })
  if (!taken) return "over"
  const { row, rival } = taken
  if (rival?.isAtWork) return "wait"
  if (rival) await keepRow(ctx, work, row.line, { state: "refused", problems: [cutOff(rival)] })
  else await makeRow(ctx, work, row)
  return "more"
}

function cutOff({ fileName, line }: Rival): ImportProblem {
  return {
    column: "",
    detail: `Line ${line} of ${fileName} says the same and was cut off while it was made.`,
    remedy: "Let that import go on first, then import this row again.",
  }
}

/** @returns the next rows while the import is to run. @throws RunnerReplaced. */
async function takeRows(ctx: Context, work: Work, limit: number): Promise<ImportRowRecord[]> {
  return (await keepImport(ctx, work)) === "running" ? findRows(ctx, work, limit) : []
}

/** @returns rows that are to be made, the one first that a killed process was at. */
async function findRows(ctx: Context, { importId }: Work, limit: number): Promise<ImportRowRecord[]> {
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
  const earlier = definition.isOneTransaction ? null : await findMadeAlike(ctx, row)
  if (earlier) return keepRow(ctx, work, row.line, { state: "existing", entityId: earlier })
  try {
    const made = await definition.commit(ctx, {
      row,
      cells: row.cells,
      remember: (ctx, progress) =>
        keepRow(ctx, work, row.line, { progress: { ...row.progress, ...progress } }),
    })
    await keepRow(ctx, work, row.line, { ...made, problems: [] })
  } catch (error) {
    await keepRow(ctx, work, row.line, { state: "refused", problems: [problemOf(error, definition)] })
  }
}

type RowValues = Partial<typeof importRows.$inferInsert>

/** Writes what became of a row. @throws RunnerReplaced. */
async function keepRow(ctx: Context, work: Work, line: number, values: RowValues): Promise<void> {
  // A page that is one transaction holds the import already.
  if (work.definition.isOneTransaction) return setRow(ctx, work, line, values)
  await inTransaction(ctx, async (ctx) => {
    await keepImport(ctx, work)
    await setRow(ctx, work, line, values)
  })
}

async function setRow(ctx: Context, { importId }: Work, line: number, values: RowValues): Promise<void> {
  await ctx.db
    .update(importRows)
    .set(values)
    .where(and(eq(importRows.importId, importId), eq(importRows.line, line)))
}

async function takeBackPage(ctx: Context, work: Work): Promise<Step> {
  const rows = await inTransaction(ctx, async (ctx) => {
    await keepImport(ctx, work)
    const rows = await findMadeRows(ctx, work)
    for (const row of rows) await takeBackRow(ctx, work, row)
    return rows
  })
  ctx.services.live.publish({ topic: "imports", kind: "import", id: work.importId })
  return rows.length > 0 ? "more" : "over"
}

async function findMadeRows(ctx: Context, { importId }: Work): Promise<ImportRowRecord[]> {
  return ctx.db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, importId),
        eq(importRows.state, "created"),
        ne(sql`coalesce(${importRows.progress}->>'kept', '')`, "yes"),
      ),
    )
    .orderBy(asc(importRows.line))
    .limit(TOGETHER)
}

async function takeBackRow(ctx: Context, work: Work, row: ImportRowRecord): Promise<void> {
  const reason = row.entityId ? await work.definition.takeBack?.(ctx, row.entityId) : null
  if (!reason) return setRow(ctx, work, row.line, { state: "removed", problems: [], rowKey: null })
  const problems = [{ column: "", detail: reason, remedy: "Change the customer on the customer's own page." }]
  await setRow(ctx, work, row.line, { problems, progress: { ...row.progress, kept: "yes" } })
}
