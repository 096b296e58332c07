import type { Responder, Trace, TraceSummary } from "@myhibachi/contract/assistant"
import { and, desc, eq, lt, or } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { Temporal } from "#platform/time.ts"
import { type TraceRow, traces } from "../tables.ts"

export interface TraceFilter {
  conversationId?: string | undefined
  agent?: string | undefined
  responder?: Responder | undefined
  cursor?: string | undefined
  limit: number
}

/** @returns traces, newest first. */
export async function findTraces(
  ctx: Context,
  filter: TraceFilter,
): Promise<{ items: TraceSummary[]; nextCursor: string | null }> {
  const rows = await ctx.replica
    .select()
    .from(traces)
    .where(
      and(
        filter.conversationId ? eq(traces.conversationId, filter.conversationId) : undefined,
        filter.agent ? eq(traces.agent, filter.agent) : undefined,
        filter.responder ? eq(traces.responder, filter.responder) : undefined,
        filter.cursor ? after(filter.cursor) : undefined,
      ),
    )
    .orderBy(desc(traces.at), desc(traces.id))
    .limit(filter.limit + 1)
  return toPage(rows, filter.limit, (row) => [row.at.toString(), row.id], summarise)
}

function after(cursor: string) {
  const [at, id] = decodeCursor(cursor, 2)
  const instant = Temporal.Instant.from(String(at))
  return or(lt(traces.at, instant), and(eq(traces.at, instant), lt(traces.id, String(id))))
}

/** @returns why an answer was given. @throws AppError "trace-not-found". */
export async function readTrace(ctx: Context, id: string): Promise<Trace> {
  const [row] = await ctx.db.select().from(traces).where(eq(traces.id, id))
  if (!row) throw notFound("trace", id)
  return { ...summarise(row), ...row.details }
}

function summarise(row: TraceRow): TraceSummary {
  const { details: _details, at, ...summary } = row
  return { ...summary, at: at.toString() }
}
