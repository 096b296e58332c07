import type { ImportState } from "@myhibachi/contract/exchange"
import { and, eq } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import type { Temporal } from "#platform/time.ts"
import { imports } from "../tables.ts"

// Longer than the slowest row: two looks at the map, a quote, a hold and a payment, each on a busy database.
const SILENCE = { seconds: 60 }

type ImportRecord = typeof imports.$inferSelect
type Runner = Pick<ImportRecord, "runner" | "runnerUntil">

/** One job at work on one import. */
export interface ImportRun {
  importId: string
  runner: string
}

/** Thrown to a runner whose place another one took, because it gave no sign of life for too long. */
export class RunnerReplaced extends Error {}

/** @returns true while somebody is at a row of the import. */
export function hasRunner(row: Runner, now: Temporal.Instant): boolean {
  return row.runner !== null && row.runnerUntil !== null && row.runnerUntil.since(now).sign > 0
}

/** @returns the state as people see it: what its runner left halting when it died has stopped. */
export function stateNow(row: Runner & { state: ImportState }, now: Temporal.Instant): ImportState {
  return row.state === "stopping" && !hasRunner(row, now) ? "stopped" : row.state
}

/** What a job finds: the import is its own, somebody else's for now, or there is nothing to do. */
export type Claim =
  | { kind: "taken"; state: ImportState }
  | { kind: "busy"; until: Temporal.Instant }
  | { kind: "over" }

/** Takes an import that is to be worked on; one runner at a time is at its rows. */
export async function takeImport(ctx: Context, { importId, runner }: ImportRun): Promise<Claim> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId)).for("update")
    if (!row || !isToBeWorkedOn(row.state)) return { kind: "over" }
    if (row.runnerUntil && hasRunner(row, ctx.now())) return { kind: "busy", until: row.runnerUntil }
    await ctx.db
      .update(imports)
      .set({ runner, runnerUntil: later(ctx) })
      .where(eq(imports.id, importId))
    return { kind: "taken", state: row.state }
  })
}

/**
 * Says, inside the transaction that writes a row, that this runner lives, and holds the import until the commit.
 * @returns what the import is to do. @throws RunnerReplaced.
 */
export async function keepImport(ctx: Context, { importId, runner }: ImportRun): Promise<ImportState> {
  const [row] = await ctx.db
    .update(imports)
    .set({ runnerUntil: later(ctx) })
    .where(and(eq(imports.id, importId), eq(imports.runner, runner)))
    .returning({ state: imports.state })
  if (!row) throw new RunnerReplaced(`${runner} is no longer at ${importId}`)
  return row.state
}

/** Gives the import free for the next runner, if it is this one's. */
export async function leaveImport(ctx: Context, { importId, runner }: ImportRun): Promise<void> {
  await ctx.db
    .update(imports)
    .set({ runner: null, runnerUntil: null })
    .where(and(eq(imports.id, importId), eq(imports.runner, runner)))
}

function isToBeWorkedOn(state: ImportState): boolean {
  return state === "running" || state === "stopping" || state === "undoing"
}

function later(ctx: Context): Temporal.Instant {
  return ctx.now().add(SILENCE)
}
